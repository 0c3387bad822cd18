// Whether a title or a heading says one thing and nothing else.
import { lower, type Wording } from './wording.ts';

/** What parts the title of a page from the name of its site. */
const SEPARATOR = /\s+[|–—\-·•»«›:/\\]+\s+|\s*[|｜»]\s*|\s*:\s+/u;
/** Words that say nothing about what went wrong, or whom it meets. */
const FILLER =
  /(?<!\p{L})(?:errors?|http|status|code|oops|ooops|whoops|uh[ -]?oh|sorry|hmm+|ups|uuups|hoppla|fehler|leider|erreur|désolé\p{L}*|oups|lo sentimos|errore|spiacenti|erro|desculpe|fout|helaas|błąd|przepraszamy|ошибка|извините|hata|üzgünüz|page|seite|página|pagina|the|this|a|an|you|your|we|and|or|is|to|at|in|on|for|of|it|s|t|re|ve|ll|but|die|der|das|la|le|el|il|o|de|du|申し訳(?:ございません|ありません)|エラー|错误|錯誤|抱歉|对不起|오류|죄송합니다|خطأ|عذرا|عذرًا|fel|fejl|feil|virhe|chyba|hiba|eroare|σφάλμα|שגיאה|خطا|lỗi)(?!\p{L})/gu;

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** Longer ones say more than such a page has to say. */
const LONGEST = 140;

/** @returns whether nothing of weight is left of a line when the wording is taken out */
export function saysOnly(wording: Wording, line: string): boolean {
  const whole = lower(line);
  if (whole.length > LONGEST) return false;
  const rest = letters(whole.replace(wording.headings, ' ').replace(FILLER, ' ')).length;
  const matched = letters((whole.match(wording.headings) ?? []).join('')).length;
  return matched > 0 && (rest === 0 || (matched >= 8 && rest <= matched / 4));
}

/** As `saysOnly`, of a page's title, in which the name of the site may stand as well. */
export function titleSaysOnly(wording: Wording, title: string): boolean {
  if (saysOnly(wording, title)) return true;
  const parts = title.split(SEPARATOR);
  if (parts.length < 2 || parts.length > 4) return false;
  return parts.some(
    (part, at) =>
      saysOnly(wording, part) && parts.every((other, place) => place === at || isName(other)),
  );
}

/** Whether a heading is what the page is called, and says something else than the wording does. */
export function isHeadline(wording: Wording, heading: string, title: string): boolean {
  const own = letters(lower(heading));
  return own !== '' && letters(lower(title)).includes(own) && !saysOnly(wording, heading);
}

/** The name of a site has a few words, and no sentence. */
const isName = (part: string): boolean => part.trim().split(/\s+/).length <= 5 && part.length <= 40;
