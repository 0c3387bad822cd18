// The words of the corpus, a handful per language, and how the language is set: what stands between words, at the end
// of sentences, and between them.

export interface Writing {
  readonly words: readonly string[];
  readonly between: string;
  readonly end: string;
  readonly gap: string;
}

const spaced = (words: string, end = '.'): Writing => ({
  words: words.split(' '),
  between: ' ',
  end,
  gap: ' ',
});
const unspaced = (words: string, end: string, gap = ''): Writing => ({
  words: words.split(' '),
  between: '',
  end,
  gap,
});

export const vocabularies = {
  en: spaced(
    'water house river letter garden winter bridge mountain engine window paper history morning forest library market school island teacher shadow silver train kitchen village',
  ),
  de: spaced(
    'Straße Brücke Fluß Größe Mädchen Übung Bücherei Wörter Häuser schön früh Gärten Schiff Wasser Zeitung Geschichte Öl äußerst Vögel Bahnhof Käse Fuß',
  ),
  fr: spaced(
    'rivière été garçon cœur œuvre français bibliothèque maïs forêt hôpital élève naïf déjà château lettre fenêtre où île soirée pâques leçon',
  ),
  es: spaced(
    'niño mañana montaña corazón canción árbol pingüino café lápiz año señor biblioteca río jardín invierno puente también camión España',
  ),
  tr: spaced(
    'ışık ılık İstanbul iğne Iğdır şehir çocuk göl kütüphane yağmur öğretmen dağ kış köprü bahçe ağaç sınıf kapı gıda',
  ),
  vi: spaced(
    'đường sông người thư viện nước trường mùa đông cầu vườn Việt Nam ngữ tiếng giấy buổi sáng rừng lịch sử đảo',
  ),
  el: spaced(
    'άνθρωπος λόγος οδός βιβλιοθήκη ποτάμι γέφυρα χειμώνας κήπος ιστορία πόλη Αθήνα σχολείο ήλιος νησί δρόμος φως ύδωρ',
  ),
  ru: spaced(
    'ребёнок йод чай район ёлка книга библиотека мост зима сад история утро лес письмо окно бумага школа остров',
  ),
  uk: spaced(
    'їжак ґрунт Київ мʼята пʼять річка бібліотека міст зима сад історія ранок ліс лист вікно папір школа острів якої',
  ),
  ar: spaced(
    'كِتَاب مُحَمَّد أحمد إسلام آمال مدرسة مكتبة مستشفى شيء سؤال نهر جسر شتاء حديقة تاريخ صباح غابة رسالة',
    '.',
  ),
  fa: spaced(
    'کتاب ایران می‌خواهم یادگیری کتابخانه رودخانه پل زمستان باغ تاریخ صبح جنگل نامه پنجره کاغذ مدرسه',
    '.',
  ),
  he: spaced(
    'שָׁלוֹם ספר ספרייה נהר גשר חורף גן היסטוריה בוקר יער מכתב חלון נייר בית מים ירושלים צהריים',
    '.',
  ),
  hi: spaced(
    'दिन दान हिन्दी किताब पुस्तकालय नदी पुल सर्दी बाग इतिहास सुबह जंगल पत्र खिड़की काग़ज़ पानी विद्यालय कर्म क्रम',
    '।',
  ),
  ko: spaced(
    '한국어 도서관 강 다리 겨울 정원 역사 아침 숲 편지 창문 종이 학교 섬 물 선생님 시장 마을',
    '.',
  ),
  zh: unspaced(
    '图书馆 河流 桥梁 冬天 花园 历史 早晨 森林 信件 窗户 纸张 学校 岛屿 水 老师 市场 村庄 的 是 在 和',
    '。',
  ),
  ja: unspaced(
    '図書館 川 橋 冬 庭園 歴史 朝 森 手紙 窓 紙 学校 島 水 データ サーバー の は を に が 人々',
    '。',
  ),
  th: unspaced(
    'ห้องสมุด แม่น้ำ สะพาน ฤดูหนาว สวน ประวัติศาสตร์ เช้า ป่า จดหมาย หน้าต่าง กระดาษ โรงเรียน เกาะ น้ำ ครู',
    ' ',
  ),
  lo: unspaced(
    'ຫໍສະໝຸດ ແມ່ນ້ຳ ຂົວ ລະດູໜາວ ສວນ ປະຫວັດສາດ ຕອນເຊົ້າ ປ່າ ຈົດໝາຍ ປ່ອງຢ້ຽມ ເຈ້ຍ ໂຮງຮຽນ ເກາະ ນ້ຳ ຄູ',
    ' ',
  ),
  km: unspaced(
    'បណ្ណាល័យ ទន្លេ ស្ពាន រដូវរងា សួនច្បារ ប្រវត្តិសាស្ត្រ ព្រឹក ព្រៃ សំបុត្រ បង្អួច ក្រដាស សាលារៀន កោះ ទឹក គ្រូ',
    '។',
    ' ',
  ),
  my: unspaced(
    'စာကြည့်တိုက် မြစ် တံတား ဆောင်းရာသီ ဥယျာဉ် သမိုင်း မနက် သစ်တော စာ ပြတင်းပေါက် စက္ကူ ကျောင်း ကျွန်း ရေ ဆရာ',
    '။',
    ' ',
  ),
} as const satisfies Record<string, Writing>;
