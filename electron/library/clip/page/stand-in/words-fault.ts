// How sites say that something is wrong with them, for now.
import { anyOf, together, type Wording, wholeWords } from './wording.ts';

export const FAULT: Wording = {
  headings: wholeWords(String.raw`
    (?<!\d)50[0234](?!\d)|internal (?:server )?error|bad gateway|(?:service |site |website |server |page )?(?:is )?(?:currently |temporarily )(?:unavailable|down|offline|closed)|service unavailable|gateway time-?out|(?:oops,? )?something (?:went|has gone|is) wrong|(?:an )?(?:unexpected |unknown |application |server |fatal |critical |runtime |system )error(?: has)?(?: occurred)?|(?:site |website |scheduled |planned |down for |under |closed for |undergoing )*maintenance(?: mode| in progress)?|(?:we'll|we will) be (?:right )?back(?: soon| shortly)?|be right back|back soon|error establishing a database connection|database (?:connection )?error|(?:we're|we are) (?:currently )?(?:having|experiencing) (?:some )?(?:technical )?(?:difficulties|problems|issues)|technical (?:difficulties|problem|error|fault)|web server is down|(?:connection|request) timed out|site (?:offline|not reachable)
    interner (?:server)?fehler|(?:dienst |seite |website )?(?:vorübergehend|derzeit|zurzeit|momentan) nicht (?:verfügbar|erreichbar)|wartungs(?:arbeiten|modus|pause)|wegen wartung(?:sarbeiten)? geschlossen|technische[rs]? (?:fehler|störung|probleme?|schwierigkeiten)|(?:da |hier )?ist etwas schiefgelaufen|wir sind (?:gleich|bald) (?:wieder da|zurück)|ein (?:unerwarteter )?fehler ist aufgetreten
    erreur (?:interne(?: du serveur)?|serveur|technique)|(?:site |service |page )?(?:temporairement|momentanément|actuellement) (?:indisponible|inaccessible)|(?:site |en )?(?:en )?maintenance|une erreur (?:est survenue|s'est produite)|problème technique|(?:nous revenons|de retour) (?:bientôt|dans un instant)
    error interno(?: del servidor)?|(?:sitio |servicio |página )?(?:temporalmente|en estos momentos) (?:no disponible|fuera de servicio)|(?:sitio |página |web )?en mantenimiento|algo (?:ha ido|salió|fue) mal|ha ocurrido un error|volvemos (?:pronto|enseguida)
    errore (?:interno(?: del server)?|del server|imprevisto)|(?:sito |servizio )?temporaneamente non (?:disponibile|raggiungibile)|(?:sito )?in manutenzione|qualcosa è andato storto|si è verificato un errore|torniamo (?:subito|presto)
    erro (?:interno(?: do servidor)?|inesperado)|(?:site |serviço )?temporariamente indisponível|(?:site )?em manutenção|algo (?:deu|correu) (?:errado|mal)|ocorreu um erro|voltamos (?:já|em breve)
    (?:interne )?serverfout|(?:site |dienst |website )?tijdelijk niet (?:beschikbaar|bereikbaar)|(?:gepland )?onderhoud|er (?:ging|is) iets (?:mis|misgegaan|fout)(?: gegaan)?|technische storing|we zijn zo terug
    (?:wewnętrzny )?błąd serwera|(?:strona |serwis )?(?:chwilowo|tymczasowo) niedostępn[ya]|przerwa techniczna|prace (?:techniczne|serwisowe)|coś poszło nie tak|wystąpił błąd
    (?:внутренняя )?ошибка сервера|(?:сайт |сервис )?временно недоступен|технические (?:работы|неполадки)|что-то пошло не так|произошла ошибка|скоро вернёмся
    sunucu hatası|(?:site |hizmet )?geçici olarak (?:kapalı|kullanılamıyor|hizmet dışı)|(?:site )?bakım(?:da| çalışması)?|bir (?:şeyler ters gitti|hata oluştu)|teknik (?:sorun|arıza)
    (?:サーバー?|システム)(?:内部)?エラー|メンテナンス(?:中|のお知らせ)?(?:です)?|(?:ただいま)?(?:アクセス)?(?:が)?混み合っています|一時的に(?:ご)?利用(?:できません|いただけません)|エラーが発生しました
    (?:服务器|伺服器|系统|系統)(?:内部)?(?:错误|錯誤|繁忙|维护中?|維護中?)|(?:网站|網站)(?:正在)?(?:维护|維護|升级)中?|服务(?:暂时)?不可用|出错了
    (?:서버|시스템) ?(?:오류|점검)(?: 중)?(?: ?입니다)?|(?:서비스 )?(?:일시 ?중단|점검 ?중)(?: ?입니다)?|오류가 발생(?:했|하였)습니다
    خطأ (?:في الخادم|داخلي)|الموقع (?:تحت الصيانة|غير متاح(?: حاليا)?)|تحت الصيانة|حدث خطأ(?: ما)?
    internt serverfel|tillfälligt (?:stängd|otillgänglig)|underhåll|intern serverfejl|vedligeholdelse|noe gikk galt|något gick fel|noget gik galt|huoltokatko|jokin meni pieleen|chyba serveru|údržba|karbantartás|szerverhiba|mentenanță|σφάλμα διακομιστή|συντήρηση|שגיאת שרת|בתחזוקה`),
  says: together(String.raw`
    \bservers?\b|\bsite\b|website|\bservice|\bpage\b|\brequest\b|\bsystem\b|\bwe(?:'re|'ll)?\b|\bit\b|please|something :: (?:temporarily|currently) (?:unavailable|down|offline|unable|closed)|(?:experiencing|having) (?:some |a few )?(?:technical |server )?(?:difficult|problem|issue|trouble)|down for|undergoing|maintenance|unable to (?:complete|process|handle|fulfil|service)|encountered an|went wrong|overloaded|(?:try|trying) (?:again|back|the page again)|be (?:right )?back (?:soon|shortly|online|in)|internal error|timed out|working (?:hard )?(?:on|to) (?:it|a fix|fix)|did not respond
    server|seite|website|dienst|anfrage|\bwir\b|bitte|fehler :: (?:vorübergehend|derzeit|momentan|zurzeit|gerade) nicht|wartung|technische\S* (?:problem|störung|schwierigkeit|gründe)|fehler (?:ist )?aufgetreten|aufgetreten|schiefgelaufen|später (?:noch ?(?:ein)?mal|erneut|wieder)|überlastet|(?:gleich|bald|in kürze) wieder
    serveur|\bsite\b|service|page|requête|\bnous\b|erreur|veuillez :: (?:temporairement|momentanément|actuellement) (?:indisponible|inaccessible)|maintenance|erreur (?:est survenue|s'est produite|interne)|problèmes? techniques?|réessay|surcharg|de retour
    servidor|sitio|\bweb\b|servicio|página|solicitud|error|algo :: temporalmente|mantenimiento|(?:error )?(?:interno|inesperado)|problemas? técnic|inténtalo|intent[ea]|vuelv[ae]|(?:ha ido|salió|fue) mal|sobrecarg
    server|\bsito\b|servizio|pagina|richiesta|errore|qualcosa :: temporaneamente|manutenzione|(?:interno|imprevisto)|problem\S+ tecnic|riprova|andato storto|torniamo
    servidor|\bsite\b|serviço|página|solicitação|erro|algo :: temporariamente|manutenção|(?:interno|inesperado)|problemas? técnic|tente (?:novamente|mais)|deu errado|correu mal|voltar
    server|\bsite\b|website|dienst|pagina|\bwe\b|probeer :: tijdelijk|onderhoud|storing|technische problemen|(?:het )?(?:later|straks|opnieuw)|misgegaan|fout opgetreden
    serwer|stron|serwis|usług|spróbuj|błąd :: chwilowo|tymczasowo|przerw\S+ techniczn|prace (?:techniczne|serwisowe|konserwacyjne)|(?:serwera|wewnętrzny)|ponownie|później|poszło nie tak
    сервер|сайт|сервис|страниц|попробуйте|ошибк|(?<!\p{L})мы(?!\p{L}) :: временно|технически\S+ (?:работ|причин|неполад)|ошибка сервера|внутренн\S+ ошибк|позже|обновить страницу|пошло не так|произошла
    sunucu|\bsite|hizmet|sayfa|hata|lütfen :: geçici olarak|bakım|oluştu|teknik (?:sorun|arıza|bakım)|sonra tekrar|ters gitti|yeniden dene
    サーバ|サイト|サービス|ページ|システム|アクセス|エラー :: 一時的|メンテナンス|発生|混み合|しばらく|時間をおいて|ご利用(?:いただけません|になれません)|障害
    服务器|伺服器|网站|網站|系统|系統|服务|服務|页面 :: 维护|維護|暂时|暫時|内部错误|出错|繁忙|稍后|稍後|恢复
    서버|사이트|서비스|페이지|시스템|오류 :: 점검|일시적|발생|잠시 후|이용이? ?(?:불가|원활하지|어렵)
    الخادم|الموقع|الخدمة|الصفحة|خطأ :: مؤقت|صيانة|حدث|داخلي|غير متوقع|حاول|المحاولة|لاحق
    server|sida|webbplats|side|sivusto|stránk|oldal|σελίδα|האתר :: tillfälligt|underhåll|midlertidig|vedligehold|vedlikehold|hetkellis|huolto|dočasně|údržb|átmeneti|karbantart|προσωρινά|συντήρηση|תחזוקה
  `),
  loose: anyOf(`
    later|again|soon|sorry|apolog|inconvenience|patien|refresh|reload|error|administrator|technical|support|contact|upgrade|minutes|hours|thank|status
    später|entschuldig|geduld|fehler|neu laden|technik|stunden|minuten|verständnis
    plus tard|excus|patien|erreur|recharg|technique|minutes|compréhension
    más tarde|disculp|molest|error|recarg|minutos|mais tarde|desculp|erro|minutos
    più tardi|scus|errore|ricaric|minuti|pazien
    later|excuus|sorry|fout|herlaad|minuten|begrip
    później|przeprasz|błąd|odśwież|minut
    позже|извин|ошибк|обнов|минут|неудобств
    sonra|özür|hata|yenile|dakika
    お詫び|申し訳|ご迷惑|時間|エラー|再度
    抱歉|不便|稍后|刷新|错误|分钟
    불편|죄송|잠시|오류|새로고침|시간
    عذر|لاحق|خطأ|دقائق`),
};
