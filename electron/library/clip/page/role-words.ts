// Words by which pages tell what a part of them is for: in its class and id, and at its beginning. None of one site alone.

export const CAPTION_NAME =
  /caption|credit|image-?(?:meta|info|text|desc)|photo-?(?:meta|info|text|desc|graph)|bildunterschrift|bildnachweis|bildtext|(?:^|[\s_-])(?:copyright|legende|cutline|bu)(?:$|[\s_-])/;
export const CREDIT =
  /^\W*(?:(?:photos?|images?|pictures?|fotos?|bild(?:er)?|illustrations?|video|crédits?|photograph|grafik|graphic|quelle|source|fuente|fonte|фото|symbolbild|archivbild|archivfoto)\s*(?:credits?|by|courtesy|copyright|von|nachweis|:|：|©|\(c\)|\/|\|)|©|\(c\)\s)/iu;
export const AGENCY =
  /(?:getty(?: images)?|reuters|afp|associated press|ap photo|\bap|shutterstock|dpa|epa|istock\w*|imago\w*|unsplash|pixabay|alamy|adobe ?stock|picture alliance|keystone|fotolia)\W*$/i;
export const COUNTER =
  /^\W*(?:(?:image|photo|picture|bild|foto|slide|video)\s*)?\d{1,3}\s*(?:of|\/|von|de|из|sur|di|van)\s*(?:\/\s*)?\d{1,3}\W*$/i;
export const BYLINE_NAME =
  /by-?line|(?:^|[\s_-])(?:author|autor|autoren|auteur|writer|dateline|datum|date|time|timestamp|published|updated|meta|posted)(?:s?$|[\s_-])|(?:post|entry|article|story)-?(?:meta|date|author|info|details)|publish|pub-?date|read(?:ing)?-?time/;
export const BY =
  /^\W*(?:by|von|par|por|di|da|door|av|af|от|text|words|written by|posted by|author|autor(?:in)?|redaktion)\b\s*:?\s*\p{Lu}/u;
export const READ_TIME =
  /\d+\s*(?:min\.?|minutes?|minuten|minutos?|minuti)\s*(?:read|lesezeit|de (?:leitura|lectura|lecture)|di lettura)|(?:lesezeit|reading time|read time|tempo de leitura|tempo di lettura|temps de lecture|tiempo de lectura)\b/i;
export const JUNK_NAME =
  /(?<!un)shar(?:e|ing)|social|newsletter|sign-?up|subscri(?:be|ption)|bread-?crumb|skip-?link|submenu|(?:^|[\s_-])(?:navbar|pagination|pager|toolbar|advert\w*|cookie|print-?(?:button|link))(?:$|[\s_-])/;
export const ASIDE_NAME =
  /(?<!un)shar(?:e|ing)|social|newsletter|sign-?up|subscri(?:be|ption)|related|recirc|recommend|promo(?!t)|advert|sponsor|bread-?crumb|more-?(?:from|stories|on|like|news)|read-?(?:more|next|also)|also-?(?:read|like)|you-?may|trending|most-?(?:read|popular)|disqus|comments?-?(?:list|area|count|link|form|section|box)|author-?(?:bio|box|info|card|flyout|desc|about|profile|text|details)|about-?(?:the-?)?author|(?:post|entry|article)-?(?:author|tags|footer|nav)|submenu|read(?:ing)?-?time|skip-?link|tag-?(?:list|cloud)|(?:^|[\s_-])(?:bio|navbar|navigation|pagination|pager|tooltip|toolbar)(?:$|[\s_-])/;
/** Words that classes use for other things as well: only short lines are told by them. */
export const ASIDE_HINT =
  /(?:^|[\s_-])(?:tags?|categor(?:y|ies)|copyright|disclaimer|cookie|menu|nav|sidebar|side-?bar|teaser|cta|btn|button|footer|rating|donate|print|login|follow|feedback|views|counter|comments?|kicker|rubrik|label|badge|edit)(?:$|[\s_-])/;
export const LEAD_IN =
  /^\W*(?:related(?: (?:posts?|articles?|stories|news|content|coverage|topics|links?))?|see (?:also|more)|read (?:more|also|next|on|this)|(?:more|further)(?: (?:on|from|stories|news|reading|like this|to read|coverage|information))?|also|don['’]?t miss|(?:you )?(?:may|might) also (?:like|enjoy|be interested in)|recommended(?: (?:reading|for you|stories|articles))?|lesen sie (?:auch|mehr|hier|dazu)|lies auch|mehr (?:zum thema|dazu|zu|aus|von|artikel|lesen|infos)|siehe auch|auch (?:interessant|lesenswert)|das könnte (?:sie|dich) (?:auch )?interessieren|weiter(?:lesen|e (?:artikel|informationen|beiträge|themen|meldungen|infos|links))|passend dazu|zum thema|ähnliche (?:artikel|beiträge|themen)|verwandte \w+|links zum thema|lire (?:aussi|également|la suite)|à lire(?: aussi)?|voir aussi|leggi anche|potrebbe interessarti|vedi anche|leer (?:más|también)|lea también|le puede interesar|te puede interesar|vea también|leia (?:mais|também)|veja (?:mais|também)|читайте (?:также|ещё|еще)|смотрите также|по теме|zie ook|lees (?:ook|meer)|läs (?:också|mer)|les også|czytaj (?:też|także|więcej)|zobacz (?:też|także)|関連記事|あわせて読みたい|相关(?:阅读|新闻|文章)|관련\s?기사)(?:$|[\s:：…»>|–-]|\.\.\.)/iu;
export const INVITE =
  /\b(?:sign up|subscribe|newsletters?|follow (?:us|me|him|her|them|@)|join (?:us|our)|download (?:our|the) app|(?:like|follow|find) us on|get (?:the latest|breaking|our|more)|folgen sie|folge uns|abonnier|jetzt anmelden|registrieren|inscrivez|abonnez|suscríbe|suscrib|síguenos|siga(?:-nos)?|iscriviti|assine|подпис|e-?mail (?:us|address)|leave a comment|post a? ?comment|kommentar (?:schreiben|verfassen|hinterlassen)|support us|donate|spende)/i;
export const RIGHTS =
  /(?:©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos (?:los )?(?:os )?(?:derechos|direitos) reservados|無断転載|무단\s?전재|版权所有)/i;
export const REPORTERS =
  /^\W*(?:\(|—|–)?\s*(?:(?:additional )?reporting|writing|editing|edited|contributed|compiled|with (?:files|reporting)) by\b/i;
