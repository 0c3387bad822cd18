// What must be found in each language, and what is near it and must not be.
import { expect, test } from 'vitest';
import { makeSearchable } from './searchable.ts';

interface Case {
  /** One article each. */
  readonly texts: Readonly<Record<string, string>>;
  /** Query to the articles it finds. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  readonly notFound: readonly string[];
}

const languages: Readonly<Record<string, Case>> = {
  English: {
    texts: { en: 'Don’t panic: the café’s naïve e-mail arrived at 5" past noon.' },
    found: {
      "don't": ['en'],
      'don’t': ['en'],
      'DON’T': ['en'],
      cafe: ['en'],
      Café: ['en'],
      NAIVE: ['en'],
      'e-mail': ['en'],
      'e mail': ['en'],
      mail: ['en'],
      'pan*': ['en'],
      '5"': ['en'],
    },
    notFound: ['dont', 'email', 'pan', 'panics', 'arrive'],
  },
  German: {
    texts: {
      de: 'Die Straße über den Fluß war größer als früher, sagte Frau Müller-Lüdenscheidt.',
    },
    found: {
      strasse: ['de'],
      STRASSE: ['de'],
      Straße: ['de'],
      STRAẞE: ['de'],
      fluss: ['de'],
      uber: ['de'],
      Über: ['de'],
      grösser: ['de'],
      'Müller-Lüdenscheidt': ['de'],
      ludenscheidt: ['de'],
    },
    notFound: ['Strase', 'Flus', 'fruh', 'Mueller'],
  },
  French: {
    texts: { fr: 'L’œuvre du garçon était cachée près de Noël, où l’on chantait.' },
    found: {
      oeuvre: ['fr'],
      œuvre: ['fr'],
      ŒUVRE: ['fr'],
      "l'œuvre": ['fr'],
      garcon: ['fr'],
      GARÇON: ['fr'],
      noel: ['fr'],
      '"près de noël"': ['fr'],
    },
    notFound: ['euvre', 'cache', 'garon', 'ouvre'],
  },
  Spanish: {
    texts: { es: 'El niño comió una piña por la mañana; ¿y el pingüino?' },
    found: {
      nino: ['es'],
      NIÑO: ['es'],
      piña: ['es'],
      manana: ['es'],
      pinguino: ['es'],
      '¿y?': ['es'],
    },
    notFound: ['ano', 'nin', 'pinguin'],
  },
  Turkish: {
    texts: { tr: 'Işık İstanbul’da ılık bir ırmak gibi akıyordu.' },
    found: {
      ışık: ['tr'],
      IŞIK: ['tr'],
      isik: ['tr'],
      İSTANBUL: ['tr'],
      istanbul: ['tr'],
      ISTANBUL: ['tr'],
      irmak: ['tr'],
      'akıyor*': ['tr'],
    },
    notFound: ['aşık', 'şık', 'ırmağ', 'istanbulda'],
  },
  Greek: {
    texts: { el: 'Ο Οδυσσεύς γύρισε στην Ιθάκη από την ΟΔΟ ΕΡΜΟΥ· ο λόγος του ΛΌΓΟΥ.' },
    found: {
      οδυσσευς: ['el'],
      ΟΔΥΣΣΕΥΣ: ['el'],
      Οδυσσεύς: ['el'],
      οδυσσευσ: ['el'],
      ιθακη: ['el'],
      οδό: ['el'],
      λογος: ['el'],
      'ιθακ*': ['el'],
    },
    notFound: ['ιθακ', 'οδυσσεας', 'λογο'],
  },
  Russian: {
    texts: { ru: 'Ребёнок пил чай и ел йогурт в районе вокза́ла.' },
    found: {
      ребенок: ['ru'],
      РЕБЁНОК: ['ru'],
      йогурт: ['ru'],
      ЙОГУРТ: ['ru'],
      чай: ['ru'],
      вокзала: ['ru'],
      'район*': ['ru'],
    },
    notFound: ['иогурт', 'чаи', 'район', 'вокзал'],
  },
  Ukrainian: {
    texts: { uk: 'Їжак з’їв п’ять ґрон у Києві.' },
    found: {
      їжак: ['uk'],
      ЇЖАК: ['uk'],
      "п'ять": ['uk'],
      пʼять: ['uk'],
      'п’ять': ['uk'],
      ґрон: ['uk'],
      києві: ['uk'],
    },
    notFound: ['іжак', 'пять', 'грон', 'киеві'],
  },
  Arabic: {
    texts: { ar: 'قرأ أحمد كِتَابًا مُفِيدًا في المدرسة إلى المساء سنة ٢٠٢٤.' },
    found: {
      احمد: ['ar'],
      أحمد: ['ar'],
      كتابا: ['ar'],
      كِتَابًا: ['ar'],
      كـــتابا: ['ar'],
      الى: ['ar'],
      الي: ['ar'],
      'المدرس*': ['ar'],
      '2024': ['ar'],
    },
    notFound: ['كتبا', 'مدرسة', 'المدرس', 'حمد'],
  },
  Persian: {
    texts: { fa: 'می‌خواهم زبان فارسی و نگارش کتابی را یاد بگیرم؛ خانهٔ ما ۲۰ سال دارد.' },
    found: {
      فارسی: ['fa'],
      فارسي: ['fa'],
      کتابی: ['fa'],
      كتابي: ['fa'],
      می‌خواهم: ['fa'],
      میخواهم: ['fa'],
      خانه: ['fa'],
      '۲۰': ['fa'],
    },
    notFound: ['کتب', 'فارس', 'خواهم'],
  },
  Hebrew: {
    texts: { he: 'שָׁלוֹם לכל התלמידים בירושלים; צה״ל הודיע על ג׳ירפה.' },
    found: {
      שלום: ['he'],
      שָׁלוֹם: ['he'],
      'צה"ל': ['he'],
      'צה״ל': ['he'],
      "ג'ירפה": ['he'],
      התלמידים: ['he'],
    },
    notFound: ['שלם', 'תלמידים', 'צהל'],
  },
  Hindi: {
    texts: {
      day: 'आज का दिन अच्छा है, हिन्दी सीखो।',
      gift: 'दान देना पुण्य है; काग़ज़ लाओ।',
    },
    found: {
      दिन: ['day'],
      दान: ['gift'],
      हिन्दी: ['day'],
      काग़ज़: ['gift'],
      'अच्छ*': ['day'],
      है: ['gift', 'day'],
    },
    notFound: ['दन', 'दीन', 'हिनदी', 'अच्छ', 'कागज'],
  },
  Thai: {
    texts: { th: 'ห้องสมุดประชาชนอยู่ในกรุงเทพ ทำงานทุกวัน ๒๕๖๗' },
    found: {
      ห้องสมุด: ['th'],
      สมุด: ['th'],
      ประชา: ['th'],
      กรุงเทพ: ['th'],
      งา: ['th'],
      ทำ: ['th'],
      ส: ['th'],
      'ทุกวัน ๒๕๖๗': ['th'],
      '"กรุงเทพ ทำงาน"': ['th'],
      'กรุง*': ['th'],
    },
    notFound: ['หองสมด', 'กรุงทพ', 'สมด', 'ดิน', 'ฬ', '"กรุงเทพ ทุกวัน"'],
  },
  Lao: {
    texts: { lo: 'ຫໍສະໝຸດແຫ່ງຊາດຢູ່ນະຄອນຫຼວງວຽງຈັນ' },
    found: { ວຽງຈັນ: ['lo'], ຊາດ: ['lo'], ສະໝຸດ: ['lo'], ນະຄອນ: ['lo'], ຫຼ: ['lo'] },
    notFound: ['ວຽງຈນ', 'ຊດ', 'ນຄອນ'],
  },
  Khmer: {
    texts: { km: 'បណ្ណាល័យជាតិនៅរាជធានីភ្នំពេញ' },
    found: { ភ្នំពេញ: ['km'], ជាតិ: ['km'], បណ្ណាល័យ: ['km'], ធានី: ['km'] },
    notFound: ['ភនំពេញ', 'ជិត', 'ភ្នពេញ'],
  },
  Burmese: {
    texts: { my: 'ရန်ကုန်မြို့မှာ စာကြည့်တိုက်ရှိတယ်။' },
    found: { ရန်ကုန်: ['my'], စာကြည့်တိုက်: ['my'], မြို့: ['my'], တိုက်: ['my'] },
    notFound: ['ရန်ကန်', 'စကြည့်', 'မြို့စာ'],
  },
  Chinese: {
    texts: { zh: '北京图书馆保存了很多历史文献。𠀋字也在。使用iPhone手机。' },
    found: {
      图书馆: ['zh'],
      书馆: ['zh'],
      馆: ['zh'],
      北京: ['zh'],
      历史文献: ['zh'],
      '北京 文献': ['zh'],
      '“图书馆保存”': ['zh'],
      '「历史」': ['zh'],
      𠀋字: ['zh'],
      iPhone手机: ['zh'],
      '图书*': ['zh'],
    },
    notFound: ['京图书室', '图馆', '文史', '北京文献', '圖書館', 'iPhon手机'],
  },
  Japanese: {
    texts: { ja: '東京都の図書館でデータを検索した。人々はサーバーへ。' },
    found: {
      東京: ['ja'],
      京都: ['ja'],
      図書: ['ja'],
      データ: ['ja'],
      ﾃﾞｰﾀ: ['ja'],
      'テ\u3099ータ': ['ja'],
      した: ['ja'],
      人々: ['ja'],
      ーバ: ['ja'],
    },
    notFound: ['テータ', '図書室', '都図', 'でーた'],
  },
  Korean: {
    texts: { ko: '한국어 도서관에서 책을 읽었다.' },
    found: {
      한국어: ['ko'],
      [String('한국어').normalize('NFD')]: ['ko'],
      '한국*': ['ko'],
      '도서관*': ['ko'],
      책을: ['ko'],
    },
    notFound: ['한국', '도서관', '하*', '책', '한구*'],
  },
  Vietnamese: {
    texts: { vi: 'Đường phố Hà Nội rất đẹp vào mùa đông.' },
    found: {
      đường: ['vi'],
      duong: ['vi'],
      ĐƯỜNG: ['vi'],
      [String('Đường').normalize('NFD')]: ['vi'],
      'ha noi': ['vi'],
      '"Hà Nội"': ['vi'],
      dep: ['vi'],
    },
    notFound: ['duon', 'noi*x', 'hanoi'],
  },
};

test('every language finds its own words and not their neighbours', async () => {
  const { find } = await makeSearchable(
    Object.assign({}, ...Object.values(languages).map(({ texts }) => texts)),
  );
  const found: Record<string, Record<string, string[]>> = {};
  const expected: Record<string, Record<string, readonly string[]>> = {};
  for (const [language, { found: wanted, notFound }] of Object.entries(languages)) {
    const ofLanguage: Record<string, string[]> = {};
    found[language] = ofLanguage;
    expected[language] = { ...wanted, ...Object.fromEntries(notFound.map((query) => [query, []])) };
    for (const query of [...Object.keys(wanted), ...notFound]) {
      ofLanguage[query] = await find(query);
    }
  }
  expect(found).toEqual(expected);
});
