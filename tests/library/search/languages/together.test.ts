// Sentences of all languages in one library, so that what is found of one must not be found in another.
import { expect, test } from 'vitest';
import { type Languages, lookUp } from './look-up.ts';

const languages: Languages = {
  English: {
    texts: {
      'In English':
        'The king’s well-known house: covid-19, C++ and .NET, AT&T, U.S.A., snake_case, π ≈ 3.14.',
    },
    found: {
      "king's": { 'In English': ['king’s'] },
      '"well known"': { 'In English': ['well-known'] },
      'covid-19': { 'In English': ['covid-19'] },
      '.net': { 'In English': ['NET'] },
      'at&t': { 'In English': ['AT&T'] },
      'U.S.A.': { 'In English': ['U.S.A'] },
      snake_case: { 'In English': ['snake_case'] },
      π: { 'In English': ['π'] },
      '3.14': { 'In English': ['3.14'] },
    },
    notFound: ['kings', 'covi', '"known well"', 'snakecase', 'usa'],
  },
  German: {
    texts: {
      'In German': 'Fußgängerübergänge der Donaudampfschifffahrt; Großmäuligkeit kostet 12,50 €.',
    },
    found: {
      fussgangerubergange: { 'In German': ['Fußgängerübergänge'] },
      FUSSGÄNGERÜBERGÄNGE: { 'In German': ['Fußgängerübergänge'] },
      'donaudampf*': { 'In German': ['Donaudampf'] },
      grossmäuligkeit: { 'In German': ['Großmäuligkeit'] },
      '12,50': { 'In German': ['12,50'] },
    },
    notFound: ['dampf', 'fussgaenger*', 'mauligkeit'],
  },
  French: {
    texts: {
      'In French': 'D’Émile, très œcuménique : qu’est-ce que c’est ? Ils ont mangé les crêpes.',
    },
    found: {
      emile: { 'In French': ['Émile'] },
      "d'émile": { 'In French': ['D’Émile'] },
      OECUMÉNIQUE: { 'In French': ['œcuménique'] },
      "qu'est-ce": { 'In French': ['qu’est-ce'] },
      crepes: { 'In French': ['crêpes'] },
    },
    notFound: ['crepe', 'ecumenique', 'demile'],
  },
  Spanish: {
    texts: { 'In Spanish': '¿Cómo estás, Señor Núñez? Güelfos y gibelinos; averigüé.' },
    found: {
      como: { 'In Spanish': ['Cómo'] },
      NUÑEZ: { 'In Spanish': ['Núñez'] },
      nunez: { 'In Spanish': ['Núñez'] },
      guelfos: { 'In Spanish': ['Güelfos'] },
      averigue: { 'In Spanish': ['averigüé'] },
      senor: { 'In Spanish': ['Señor'] },
    },
    notFound: ['averig', 'nune', 'senora'],
  },
  Turkish: {
    texts: { 'In Turkish': 'Kızılırmak’ın suyu; İĞNE ve iğne, Iğdır’da.' },
    found: {
      KIZILIRMAK: { 'In Turkish': ['Kızılırmak'] },
      kizilirmak: { 'In Turkish': ['Kızılırmak'] },
      iğne: { 'In Turkish': ['İĞNE', 'iğne'] },
      İĞNE: { 'In Turkish': ['İĞNE', 'iğne'] },
      IĞDIR: { 'In Turkish': ['Iğdır'] },
    },
    notFound: ['kızıl', 'iğn', 'iğneler'],
  },
  Vietnamese: {
    texts: { 'In Vietnamese': 'Nguyễn Huệ, hòa bình, thuỷ điện, ở đâu, quốc ngữ' },
    found: {
      'nguyen hue': { 'In Vietnamese': ['Nguyễn', 'Huệ'] },
      'hoà bình': { 'In Vietnamese': ['hòa', 'bình'] },
      '"thủy điện"': { 'In Vietnamese': ['thuỷ điện'] },
      'o dau': { 'In Vietnamese': ['ở', 'đâu'] },
      'QUỐC NGỮ': { 'In Vietnamese': ['quốc', 'ngữ'] },
    },
    notFound: ['hoabinh', '"binh hoa"', 'quo'],
  },
  Greek: {
    texts: { 'In Greek': 'Η Ελλάδα και ο ΌΜΗΡΟΣ· Ἀθῆναι, εὖ, ῥήτωρ, Αΐδης' },
    found: {
      όμηρος: { 'In Greek': ['ΌΜΗΡΟΣ'] },
      ομηροσ: { 'In Greek': ['ΌΜΗΡΟΣ'] },
      αθηναι: { 'In Greek': ['Ἀθῆναι'] },
      ευ: { 'In Greek': ['εὖ'] },
      ρητωρ: { 'In Greek': ['ῥήτωρ'] },
      ΑΪΔΗΣ: { 'In Greek': ['Αΐδης'] },
    },
    notFound: ['ομηρου', 'αθην', 'ελλαδ'],
  },
  Russian: {
    texts: { 'In Russian': 'Всё ещё тёплый вечер; подъезд, Ёж и Лёва' },
    found: {
      все: { 'In Russian': ['Всё'] },
      ЕЩЕ: { 'In Russian': ['ещё'] },
      теплый: { 'In Russian': ['тёплый'] },
      подъезд: { 'In Russian': ['подъезд'] },
      еж: { 'In Russian': ['Ёж'] },
      'тёпл*': { 'In Russian': ['тёпл'] },
    },
    notFound: ['вес', 'подьезд', 'тепл'],
  },
  Ukrainian: {
    texts: { 'In Ukrainian': 'Ґудзик, єнот, об’єднання, пів’яблука' },
    found: {
      ґудзик: { 'In Ukrainian': ['Ґудзик'] },
      "об'єднання": { 'In Ukrainian': ['об’єднання'] },
      ЄНОТ: { 'In Ukrainian': ['єнот'] },
      'пів\u02bcяблука': { 'In Ukrainian': ['пів’яблука'] },
    },
    notFound: ['гудзик', 'енот', 'обєднання'],
  },
  Arabic: {
    texts: { 'In Arabic': 'هٰذا كتابُ اللُّغَةِ العربيّة، ومدرسة ﷲ ١٢٣٤ مئة' },
    found: {
      هذا: { 'In Arabic': ['هٰذا'] },
      اللغة: { 'In Arabic': ['اللُّغَةِ'] },
      العربية: { 'In Arabic': ['العربيّة'] },
      الله: { 'In Arabic': ['ﷲ'] },
      '1234': { 'In Arabic': ['١٢٣٤'] },
      مية: { 'In Arabic': ['مئة'] },
      ومدرسة: { 'In Arabic': ['ومدرسة'] },
    },
    notFound: ['كتب', 'لغة'],
  },
  Persian: {
    texts: {
      'In Persian': 'می\u200cروم به خانه\u200cها؛ کتاب\u200cهای تازه و ایران\u200cشناسی، ۵۶۷۸',
    },
    found: {
      'می\u200cروم': { 'In Persian': ['می\u200cروم'] },
      میروم: { 'In Persian': ['می\u200cروم'] },
      'خانه\u200cها': { 'In Persian': ['خانه\u200cها'] },
      'كتاب\u200cهاي': { 'In Persian': ['کتاب\u200cهای'] },
      'ايران\u200cشناسي': { 'In Persian': ['ایران\u200cشناسی'] },
      '5678': { 'In Persian': ['۵۶۷۸'] },
    },
    notFound: ['روم', 'شناسی', '567'],
  },
  Hebrew: {
    texts: { 'In Hebrew': 'שַׁבָּת; ספרי־ילדים, תנ״ך, וירושלַיִם' },
    found: {
      שבת: { 'In Hebrew': ['שַׁבָּת'] },
      'תנ"ך': { 'In Hebrew': ['תנ״ך'] },
      'ספרי ילדים': { 'In Hebrew': ['ספרי', 'ילדים'] },
      וירושלים: { 'In Hebrew': ['וירושלַיִם'] },
    },
    notFound: ['שבתות', 'תנך', 'ירושלים'],
  },
  Hindi: {
    texts: { 'In Hindi': 'फ़िल्म और पढ़ाई; श्रीमती गंगा, कृष्ण, क्षेत्र, ज्ञान' },
    found: {
      फिल्म: { 'In Hindi': ['फ़िल्म'] },
      फ़िल्म: { 'In Hindi': ['फ़िल्म'] },
      पढाई: { 'In Hindi': ['पढ़ाई'] },
      गङ्गा: { 'In Hindi': ['गंगा'] },
      कृष्ण: { 'In Hindi': ['कृष्ण'] },
      क्षेत्र: { 'In Hindi': ['क्षेत्र'] },
      ज्ञान: { 'In Hindi': ['ज्ञान'] },
    },
    notFound: ['कषण', 'जञान', 'पढ', 'गगा'],
  },
  Thai: {
    texts: { 'In Thai': 'ภาษาเป็นสิ่งสวยงาม กาแฟ เก้าอี้ เปอร์เซ็นต์' },
    found: {
      ภาษา: { 'In Thai': ['ภาษา'] },
      สวยงาม: { 'In Thai': ['สวยงาม'] },
      กาแฟ: { 'In Thai': ['กาแฟ'] },
      เก้าอี้: { 'In Thai': ['เก้าอี้'] },
      เปอร์เซ็นต์: { 'In Thai': ['เปอร์เซ็นต์'] },
    },
    notFound: ['กาเฟ', 'เกาอี', 'สวยงาน'],
  },
  Chinese: {
    texts: { 'In Chinese': '中华人民共和国成立于1949年，GDP增长了8.1%。“你好，世界！”' },
    found: {
      共和国: { 'In Chinese': ['共和国'] },
      '1949年': { 'In Chinese': ['1949年'] },
      gdp: { 'In Chinese': ['GDP'] },
      '8.1%': { 'In Chinese': ['8.1'] },
      你好世界: { 'In Chinese': ['你好，世界'] },
      人民: { 'In Chinese': ['人民'] },
    },
    notFound: ['国和', '世你', '194', '人国'],
  },
  Japanese: {
    texts: { 'In Japanese': '京都タワーへ行きました。ＮＨＫのﾆｭｰｽ、スパゲッティ、１２３' },
    found: {
      タワー: { 'In Japanese': ['タワー'] },
      nhk: { 'In Japanese': ['ＮＨＫ'] },
      ニュース: { 'In Japanese': ['ﾆｭｰｽ'] },
      ﾆｭｰｽ: { 'In Japanese': ['ﾆｭｰｽ'] },
      スパゲッティ: { 'In Japanese': ['スパゲッティ'] },
      行きました: { 'In Japanese': ['行きました'] },
      '123': { 'In Japanese': ['１２３'] },
    },
    notFound: ['たわー', 'スパゲティ', 'ニユース', '行ました'],
  },
  Korean: {
    texts: { 'In Korean': '대한민국의 수도는 부산이 아니다. 빠르게 달렸다. K-POP과 삼성전자는' },
    found: {
      '대한*': { 'In Korean': ['대한'] },
      '부산*': { 'In Korean': ['부산'] },
      'k-pop*': { 'In Korean': ['K-POP'] },
      빠르게: { 'In Korean': ['빠르게'] },
      '삼성*': { 'In Korean': ['삼성'] },
    },
    notFound: ['한민국', '빠르', '부산시', '대한'],
  },
};

test('finds and marks its own words, and not their neighbours', async () => {
  const { found, expected } = await lookUp(languages);
  expect(found).toEqual(expected);
});
