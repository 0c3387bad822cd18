// How pages say that there is no such page.
import { anyOf, together, type Wording, wholeWords } from './wording.ts';

const says = together(String.raw`
  \b(?:pages?|article|link|url|content|document|story|post|address|file|resource|item|section|topic|thread|posting|listing|job|vacancy|offer|event|product|video|record|entry|profile|photo|image|webpage|website|whatever|what|that)\b :: not found|(?:could(?: not|n't)|can(?:not|'t| not)|couldn't) (?:be )?(?:find|found|locate|located|displayed|seem to find)|unable to (?:find|locate)|(?:does not|doesn't|didn't|not) (?:seem to |appear to )?exist|no longer (?:exists?|available|here|online|active|with us)|(?:has|have|may have|might have|was|were) (?:either )?(?:\w+ )?(?:been )?(?:removed|moved|deleted|renamed|relocated|taken down|unpublished|expired|retired)|(?:is|isn't|not) (?:\w+ )?(?:available|unavailable) ?(?:any ?more|right now|$)|isn't here|has gone|went missing|is missing|nothing (?:here|found|at this)|(?:were|are|you're) (?:looking|searching) for|you(?:'ve| have)? requested|tried to (?:reach|open|visit|access)|(?:may|might|could) be (?:broken|outdated|wrong)|(?:broken|dead) link|has expired|no longer (?:accepting|on sale)|(?:currently |there is )no text|create this page
  \bowner\b|uploader|\bauthor\b|\bposter\b :: only shared|who can see|been (?:removed|deleted)|removed by|set (?:it )?to private|made (?:it )?private
  seite|artikel|link|adresse|url|inhalt|beitrag|dokument|datei :: nicht (?:\S+ )?(?:gefunden|vorhanden|verfügbar|auffindbar|finden|online|existier)|existier\S* (?:\S+ )?(?:nicht|nicht mehr)|gibt (?:es|'s) (?:\S+ )?nicht|(?:wurde|worden|ist) (?:\S+ ){0,3}(?:gelöscht|verschoben|entfernt|umgezogen|umbenannt)|(?:gesucht|angefordert|aufgerufen|gewünscht)e|nicht mehr (?:verfügbar|da|online)
  pages?|article|lien|adresse|url|contenu|document :: introuvable|n'existe (?:pas|plus)|n'a (?:pas )?(?:été trouvé|pu être)|(?:pas|plus) (?:été trouvé|disponible|accessible|en ligne)|indisponible|(?:a|ait) (?:peut-être )?été (?:supprim|déplac|retir|renomm)|(?:que vous |vous )(?:cherch|recherch|demand|avez (?:demand|suivi))|ne mène|dépubli|ne (?:trouv|parven)\S* pas
  página|artículo|enlace|dirección|url|contenido|documento :: no (?:se )?(?:encontr|existe|está disponible|pudo)|no (?:hemos|se ha|pudimos|podemos|ha sido)[\p{L} ]{0,12}encontra|ya no (?:existe|está)|(?:ha|haya|fue) (?:sido )?(?:eliminad|movid|borrad|retirad|trasladad)|que (?:usted )?(?:busca|buscas|estás? buscando|solicit|intenta)|solicitad
  pagina|articolo|link|indirizzo|url|contenuto|documento :: non (?:è stat[ao] |è )?(?:trovat|esist|disponibil|più|present|stat)|non (?:riusciamo|abbiamo) |(?:è|sia|essere) stat[ao] (?:rimoss|spostat|cancellat|eliminat)|che (?:stai|stavi|state|sta) cercando|che cerc|richiest[ao]|inesistente
  página|artigo|matéria|link|endereço|url|conteúdo|documento :: não (?:foi |pôde ser |pode ser )?(?:encontrad|exist|está|encontra|localizad)|não conseguimos|(?:foi|ter sido|tenha sido) (?:removid|movid|apagad|excluíd|eliminad)|que (?:você |o senhor )?(?:procura|está procurando|está a procurar|solicit|busca)|solicitad|indisponível
  pagina|artikel|link|adres|url|inhoud|document :: niet (?:\S+ )?(?:gevonden|vinden|beschikbaar|bestaa)|bestaat (?:\S+ )?niet|(?:is|zijn|werd) (?:\S+ )?(?:verwijderd|verplaatst|hernoemd)|(?:die|waar) (?:je|u) (?:\S+ )?(?:zoekt|zocht|zoek|opvroeg|probeert)|opgevraagde|gezochte
  stron|artykuł|link|adres|tre[śs]|dokument :: nie (?:została? )?(?:znalezion|istnieje|odnalezion|znaleźli|udało się|jest dostępn)|(?:została?|zostały) (?:\S+ )?(?:usunięt|przeniesion|skasowan)|której szuka|żądan|poszukiwan
  страниц|стать|ссылк|адрес|материал|документ|раздел|тем[аыу]|новост :: не (?:найден|существует|нашл|удалось найти|доступн|обнаружен|можем найти)|(?:был[аио]?|возможно) (?:\S+ )?(?:удал[её]н|перемещ[её]н|перенес[её]н)|котор\S+ вы (?:ищете|искали|запро)|запрашива\S+|запрошенн|больше (?:нет|не)|такой \S+ нет|нет такой
  сторінк|статт|посилання :: не (?:знайден|існує|вдалося знайти)|видален|переміщен|шукаєте
  sayfa|makale|bağlantı|adres|içerik|haber :: bulunamad|bulunamıyor|bulamad|mevcut değil|kaldırıl|silinmiş|taşınmış|aradığınız|ulaşmaya çalıştığınız|yayında(?:n kaldırıldı| değil)
  ページ|記事|url|リンク|コンテンツ|アドレス :: 見つかりません|見つけられません|存在しません|存在しない|ございません|ありません|削除|移動|お探しの|ご指定の|(?:公開|掲載)(?:は|を|が)?終了
  页面|頁面|网页|網頁|文章|链接|連結|内容|內容|地址|网址|網址 :: 找不到|未找到|不存在|没有找到|沒有找到|无法找到|無法找到|已(?:经|經)?(?:被)?(?:删除|刪除|移除|移动|移動|下线|下架|失效)|(?:您|你)(?:要|所|正在|想)?(?:访问|訪問|查找|寻找|尋找|请求|瀏覽|浏览)的|走丢
  페이지|기사|링크|주소|콘텐츠|게시물|문서 :: 찾을 수 없|찾지 못|존재하지 않|없습니다|없는|삭제|이동되|변경되|요청하신|찾으시는|만료
  صفحة|الصفحة|المقال|الرابط|العنوان|المحتوى :: غير موجود|لم (?:يتم )?(?:العثور|نعثر|نتمكن|تعد)|لا (?:يمكن|يمكننا) (?:العثور|ايجاد|إيجاد)|تعذر العثور|حذفها?|نقلها?|غير متوفر|غير متاح|تبحث عن|المطلوبة|لا توجد|غير صحيح
  sida|artikel|länk :: hittades inte|hitta(?:r)? inte|inte hitta|finns inte|tagits bort|flyttat
  siden|artikkel|artikel :: ikke fundet|findes ikke|ikke finde|finnes ikke|ikke funnet|fant ikke|ikke finne|(?:leter|leder) etter|flyttet|slettet
  sivu :: ei löy|ei ole
  stránk|článek :: nenale|nebyl|neexistuje|nenašli|nelze naj|nepodařilo
  oldal|cikk :: nem található|nem létezik|nem talál
  pagina|articol :: nu a (?:fost|putut)|nu există|nu am găsit
  σελίδα :: δεν (?:βρέθηκε|υπάρχει|μπορ)
  העמוד|הדף|דף :: לא (?:נמצא|קיים|מצאנו)
  صفحه :: یافت نشد|پیدا نشد|وجود ندارد
  halaman|artikel :: tidak (?:ditemukan|tersedia|ada)
  trang|bài viết :: không (?:tìm thấy|tồn tại)
  หน้า :: ไม่พบ|ไม่มี
  पृष्ठ|पेज :: नहीं मिल|मौजूद नहीं
`);

export const MISSING: Wording = {
  headings: wholeWords(
    String.raw`
    (?<![\d.])(?:404|410)(?![\d.])|(?:(?:web|this|that|the|your|requested) )*(?:page|article|file|content|document|story|post|url)?(?: (?:is|was|has been|you requested|you are looking for))? ?(?:could |can)?not (?:be )?found|page (?:does not|doesn't|didn't) exist|(?:this |the |your )*(?:page|content|article|story|link) (?:is |has )?(?:no longer available|not available|unavailable|isn't available|missing|been (?:removed|deleted|moved)|has moved|gone)(?: right now| any ?more| at the moment| here)?|nothing (?:was )?found(?: here)?|(?:dead|broken) link|we (?:can't|couldn't|cannot|could not)(?: seem to)? find (?:that|this|the|your|it|what)(?: page| you(?:'re| are) looking for)?|(?:this |the )?(?:job|offer|event|listing|posting|vacancy|topic|thread|product|item|video|record|entry|profile|photo)(?: is| has)? (?:no longer (?:available|active)|unavailable|expired|not found|been (?:removed|deleted|closed))|lost your way
    (?:die |diese |angeforderte )*(?:seite|artikel|inhalt|datei)?(?: wurde| konnte| ist)?(?: leider)? ?nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar|auffindbar)|seite existiert nicht(?: mehr)?|diese seite gibt es (?:leider )?nicht(?: mehr)?
    (?:page|contenu|article|document) (?:introuvable|non trouvée?|inexistante?|indisponible)|cette page n'existe (?:pas|plus)|introuvable
    (?:página|contenido|artículo) (?:no (?:encontrad[ao]|disponible|existe)|inexistente)|(?:esta |la )?página no (?:existe|encontrada)|no encontrad[ao]
    (?:pagina|contenuto|articolo) (?:non (?:trovat[ao]|disponibile|esistente)|inesistente)|non trovat[ao]
    (?:página|conteúdo|artigo|matéria) (?:não (?:encontrad[ao]|existe|disponível)|inexistente)|não encontrad[ao]
    (?:deze )?pagina (?:bestaat )?niet (?:meer )?(?:gevonden|beschikbaar)?|niet gevonden
    (?:nie znaleziono|brak) strony|strona nie (?:istnieje|została znaleziona)|nie znaleziono
    страница не (?:найдена|существует)|(?:материал|раздел|статья|документ)? ?не найден[ао]?|сторінку не знайдено
    (?:aradığınız )?(?:sayfa|içerik|haber)(?:yı)? (?:bulunamadı|mevcut değil)|bulunamadı
    (?:お探しの|指定された|ご指定の)?(?:ページ|記事)(?:が|は)(?:見つかりません(?:でした)?|存在しません)|ページが見つからない
    出错了|出錯了|(?:页面|頁面|网页|網頁|文章|内容)?(?:找不到|未找到|不存在|没有找到|无法找到)(?:了)?(?:该|此|這個|这个)?(?:页面|頁面|网页|網頁)?
    (?:요청하신 )?페이지를? ?(?:찾을 수 없습니다|찾을 수 없음|없음|없습니다)|존재하지 않는 페이지(?:입니다)?
    (?:الصفحة )?(?:غير موجودة|غير متوفرة|غير متاحة|المطلوبة)|لم يتم العثور على(?: هذه)? الصفحة|صفحة غير موجودة
    sidan (?:hittades inte|finns inte|kunde inte hittas)|(?:vi )?fant ikke siden|siden (?:blev ikke fundet|findes ikke|finnes ikke|ble ikke funnet)|sivua ei löyt\S+|stránka (?:nenalezena|nebyla nalezena|neexistuje)|az oldal nem található|pagina nu (?:a fost găsită|există)|η σελίδα δεν βρέθηκε|(?:ה?דף|העמוד) לא נמצא|صفحه (?:مورد نظر )?یافت نشد|halaman tidak ditemukan|không tìm thấy trang|ไม่พบหน้า\S*|पृष्ठ नहीं मिला`,
  ),
  says,
  loose: anyOf(String.raw`
    home ?page|\bhome\b|search|typed|misspell|spelling|\burl\b|\blink|web address|go back|\bback to\b|contact us|report|bookmark|our site|\b404\b|looking for|help you|error
    startseite|suche|adresse|tippfehler|eingegeben|zurück|fehler
    accueil|recherche|adresse|saisi|retour|erreur
    inicio|portada|busca|dirección|escrit|volver|error
    home|cerca|indirizzo|digitat|torna|errore
    início|busca|pesquis|endereço|digit|voltar|erro
    startpagina|homepage|zoek|adres|terug|fout
    główn|wyszuk|adres|wróć|powrót|błąd|błęd
    главн|поиск|адрес|вернут|ошибк
    ana ?sayfa|arama|adres|geri|hata
    トップ|ホーム|検索|アドレス|戻る|url|エラー
    首页|首頁|搜索|搜尋|网址|網址|返回|错误|錯誤
    홈|메인|검색|주소|돌아가|오류
    الرئيسية|البحث|العنوان|العودة|خطأ
    startsida|forside|hjem|etusivu|hlavní|domovsk|kezdőlap|acasă|αρχικ|הבית|beranda|trang chủ|หน้าแรก|hakusana|sök|søg|søk|hled|keres`),
};
