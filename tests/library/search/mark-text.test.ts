// Marks: in the original text, whatever the script.
import { expect, test } from 'vitest';
import { markAll } from '#library/search/mark-text.ts';
import { needlesOf, shown } from './searchable.ts';

const marked = (text: string, query: string): string => shown(markAll(text, needlesOf(query)));

test('marks whole words as they stand in the text', () => {
  expect({
    accents: marked('Ein Café am Fluß, CAFÉ, Cafés', 'cafe fluss'),
    sharpS: marked('Die Straße', 'strasse'),
    decomposed: marked('cafe\u0301 noir', 'café'),
    turkish: marked('IŞIK ışık Isik', 'ışık'),
    greek: marked('ΟΔΟΣ, οδός', 'οδος'),
    russian: marked('Ребёнок и ребенок', 'РЕБЕНОК'),
    arabic: marked('قرأ كِتَابًا كتابا', 'كتابا'),
    hebrew: marked('שָׁלוֹם שלום', 'שלום'),
    hindi: marked('दिन और दान', 'दिन'),
    apostrophe: marked("don’t, don't, dont", "don't"),
    softHyphen: marked('a co\u00adoperative', 'cooperative'),
    ligature: marked('oﬃce', 'office'),
    notParts: marked('art party Art.', 'art'),
    fullWidth: marked('ＡＢＣ abc', 'abc'),
    supplementary: marked('𝐀𝐁 字𠀋字', 'ab 𠀋字'),
  }).toEqual({
    accents: 'Ein [Café] am [Fluß], [CAFÉ], Cafés',
    sharpS: 'Die [Straße]',
    decomposed: '[cafe\u0301] noir',
    turkish: '[IŞIK] [ışık] [Isik]',
    greek: '[ΟΔΟΣ], [οδός]',
    russian: '[Ребёнок] и [ребенок]',
    arabic: 'قرأ [كِتَابًا] [كتابا]',
    hebrew: '[שָׁלוֹם] [שלום]',
    hindi: '[दिन] और दान',
    apostrophe: "[don’t], [don't], dont",
    softHyphen: 'a [co\u00adoperative]',
    ligature: '[oﬃce]',
    notParts: '[art] party [Art].',
    fullWidth: '[ＡＢＣ] [abc]',
    supplementary: '[𝐀𝐁] 字[𠀋字]',
  });
});

test('marks phrases as one, runs and beginnings exactly', () => {
  expect({
    phrase: marked('of  the\nsea, of the, the of', '"of the"'),
    overlapping: marked('one two three', '"one two" "two three"'),
    beginning: marked('bridges and Bridge, abridged', 'bridg*'),
    chinese: marked('北京图书馆和图书', '图书'),
    japanese: marked('東京都のﾃﾞｰﾀ、データ', '京都 データ'),
    thai: marked('ภาษาไทยภาษา', 'ภาษา'),
    oneThai: marked('กรุงเทพ', 'ก'),
    burmese: marked('ရန်ကုန်မြို့', 'မြို့'),
    korean: marked('한국어 도서관에서', '한국어 도서관*'),
    mixed: marked('使用iPhone手机。', 'iphone手机'),
    negative: marked('one two', 'one -two'),
    nothing: marked('one two', 'three'),
    empty: marked('', 'three'),
  }).toEqual({
    phrase: '[of  the]\nsea, [of the], the of',
    overlapping: '[one two three]',
    beginning: '[bridg]es and [Bridg]e, abridged',
    chinese: '北京[图书]馆和[图书]',
    japanese: '東[京都]の[ﾃﾞｰﾀ]、[データ]',
    thai: '[ภาษา]ไทย[ภาษา]',
    oneThai: '[ก]รุงเทพ',
    burmese: 'ရန်ကုန်[မြို့]',
    korean: '[한국어] [도서관]에서',
    mixed: '使用[iPhone手机]。',
    negative: '[one] two',
    nothing: 'one two',
    empty: '',
  });
});

test('marks parts of words', () => {
  expect({
    inside: marked('Bridges, abridged, idle', '*idg*'),
    end: marked('Bridges, fridge, midges', '*idge'),
    folded: marked('Die Großstraßen', '*strasse*'),
  }).toEqual({
    inside: 'Br[idg]es, abr[idg]ed, idle',
    end: 'Bridges, fr[idge], midges',
    folded: 'Die Groß[straße]n',
  });
});
