// How pages say that they want to see a browser with a person before it, or that they show nothing to such a visitor.
import { anyOf, together, type Wording, wholeWords } from './wording.ts';

const pairs = together(String.raw`
  \b(?:human|robots?|bots?|automated|(?:real|you are a) person)\b :: verif|confirm|prove|\bcheck|make sure|ensure|\byou(?:'re| are)|\bi'm\b|\bi am\b|\byour?\b|tell
  captcha|security (?:check|challenge|verification)|puzzle|slider|verification :: complete|solve|\bpass\b|answer|finish|\bbelow\b|to (?:continue|proceed|access)|please|drag|slide|required
  \bbrowser|\bconnection\b|\bsite\b :: \bchecking\b|\bverifying\b|(?:review|look at|check) the security|is (?:being )?checked|is secure
  java ?script|\bjs\b :: enable|turn(?:ed)? on|activate|\ballow\b|requires?|needs?\b|required|disabled|must|support|without|switch
  \bcookies\b :: \benabled?\b|turn(?:ed)? (?:\w+ )?on|activate|disabled|is accepting
  traffic|activity|requests?|behaviou?r|access :: unusual|suspicious|automated|abnormal|too many
  \baccess\b|\bip\b|\brequest\b|\bconnection\b :: (?:has|have|is|was|are|been) (?:\w+ )?(?:blocked|denied|banned|restricted|limited|rejected|flagged|disabled)|restrict|don't have permission|do not have permission|not authori[sz]ed|cannot grant
  content|website|\bsite\b|\bpage\b|service|\bvideo\b :: (?:in|from|to) your (?:region|country|location|area)|in (?:certain|some) (?:regions|countries)|legal reasons|unavailable (?:to|for|in) |outside (?:of )?the (?:e\.?u|u\.?[sk])
  mensch|robot|\bbots?\b|roboter|automatisiert :: bestätig|beweis|überprüf|prüf|sicher|kein|sie |nachweis|ihre
  java ?script|cookies :: aktivier|erforderlich|benötig|einschalt|zulass|deaktiviert|voraus
  browser|verbindung|zugriff|anfrage|datenverkehr|aktivität|netzwerk :: geprüft|überprüft|verweigert|gesperrt|blockiert|eingeschränkt|ungewöhnlich|verdächtig|abgelehnt
  humain|robot|captcha :: vérif|confirm|prouv|assur|n'êtes|vous|résou|pas un
  java ?script|cookies :: activ|désactiv|requis|nécessaire|autoris
  accès|trafic|activité|navigateur|connexion|requête :: refusé|bloqué|interdit|restreint|inhabituel|suspect|vérifi|(?<!il)limité
  human[oa]|robot|captcha|persona real :: verific|confirm|demuestr|demostr|comprob|asegur|no (?:eres|es|soy)|complet|resuelv|usted
  java ?script|cookies :: activ|habilit|permit|necesari|desactiv
  acceso|tráfico|actividad|navegador|conexión|solicitud :: denegad|bloquead|restringid|inusual|sospechos|verificando|comprobando|(?<!i)limitad
  uman|robot|captcha :: verific|conferm|dimostr|controll|assicur|non sei|complet|risolv
  java ?script|cookie :: attiv|abilit|necessari|disabilit|disattiv
  accesso|traffico|attività|browser|connessione|richiest :: negat|bloccat|(?<!il)limitat|insolit|anomal|sospett|verific|controll|rifiutat
  humano|robô|captcha|pessoa real :: verific|confirm|prov|comprov|certific|não é|complet|resolv|garantir
  java ?script|cookies :: ativ|habilit|necessári|desativ|permit
  acesso|tráfego|atividade|navegador|conexão|ligação :: negad|bloquead|restrit|incomum|suspeit|verificand|(?<!i)limitad|recusad
  mens\b|robot|captcha :: bevestig|controle|bewijs|verifi|geen|zeker|los
  java ?script|cookies :: schakel|activeer|uitgeschakeld|vereist|nodig|inschakel|aan te zetten|zet
  toegang|verkeer|activiteit|browser|verbinding :: geweigerd|geblokkeerd|ongebruikelijk|ongewo|verdacht|gecontroleerd|beperkt|controleren
  człowiek|robot|captcha :: potwierd|sprawdz|zweryfik|udowodn|upewni|nie jeste|rozwiąż
  java ?script|cookie|ciasteczk :: włącz|aktywuj|wymag|obsług|wyłącz
  dostęp|ruch|aktywno|przegląd|połączeni|żądani :: zablokowan|zabronion|odmówion|ograniczon|nietypow|podejrzan|sprawdza|odmow|weryfik
  человек|робот|\bбот|капч :: подтверд|докаж|провер|убед|не робот|не явля|введит|пройд|(?<!\p{L})вы(?!\p{L})
  java ?script|cookie|куки :: включ|разреш|отключ|требу|выключ|необходим
  доступ|трафик|активност|запрос|браузер|соединени :: запрещ|заблокирован|ограничен|необычн|подозрительн|автоматическ|провер
  людин|робот|браузер|доступ|запит :: підтверд|перевір|заборонен|обмежен|заблокован|не робот
  insan|robot :: doğrula|kanıtla|kontrol|değil|emin|misiniz
  java ?script|çerez :: etkinleştir|açın|açık|gerek|devre dışı|izin
  erişim|trafik|etkinlik|tarayıcı|bağlantı :: engellen|reddedil|kısıtlan|olağan|şüpheli|kontrol ediliyor|doğrulanıyor
  人間|ロボット|ボット|自動 :: 確認|認証|ではない|でない|ではありません|証明
  java ?script|クッキー|cookie :: 有効|無効|オンに|オフに|必要
  アクセス|トラフィック|通信|ブラウザ|リクエスト :: 拒否|制限|ブロック|遮断|通常と異なる|不審|異常|確認し|検証|チェック|許可されていません
  人类|人類|真人|机器人|機器人|人机|人機|自动|本人 :: 验证|驗證|确认|確認|证明|證明|不是|并非|检测|請
  java ?script|cookie :: 启用|啟用|开启|開啟|打开|需要|禁用|允许
  访问|存取|訪問|流量|请求|請求|网络|網路|浏览器|瀏覽器|操作 :: 被拒绝|被拒絕|受限|阻止|过于频繁|拦截|异常|異常|可疑|拒绝|拒絕|安全检查|检查您|正在检查|禁止
  滑块|滑塊|拼图|拼圖|验证码|驗證碼|安全验证|安全驗證 :: 拖动|拖動|滑动|滑動|完成|输入|輸入|请|請|向右
  사람|로봇|봇|자동 :: 확인|아님|아닙|아니|인증|증명|방지
  자바 ?스크립트|java ?script|쿠키 :: 활성화|사용|켜|허용|필요
  접근|접속|트래픽|활동|요청|브라우저|연결 :: 차단|거부|제한|비정상|의심|확인하고|확인 중|검사|안전
  إنسان|روبوت|بشر|آلي :: تحقق|تأكد|أثبت|التحقق|نتأكد|تأكيد|لست|أنك
  جافا|java ?script|الكوكيز|ملفات تعريف :: تفعيل|تمكين|فعّل|فعل|مطلوب|معطل
  الوصول|وصول|حركة|نشاط|المتصفح|متصفحك|الاتصال :: حظر|رفض|منع|مرفوض|محظور|غير عادي|غير اعتيادي|غير معتاد|مشبوه|فحص|التحقق|نتحقق
  människa|robot|java ?script|cookies|åtkomst :: bekräfta|verifiera|inte en|aktivera|nekad|blockerad|krävs
  menneske|robot|java ?script|adgang|tilgang :: bekræft|bekreft|ikke en|aktiver|nægtet|nektet|blokeret|blokkert
  ihminen|robotti|java ?script|pääsy :: vahvista|et ole|ota|estetty
  člověk|robot|java ?script|přístup :: ověř|potvrď|nejste|povol|zapn|odepřen|zablok
  ember|robot|java ?script|hozzáférés :: igazol|erősít|nem|enged|kapcsol|megtagad
  άνθρωπος|ρομπότ|java ?script|πρόσβαση :: επιβεβαι|επαληθ|δεν είστε|ενεργοποι|απαγορ|δεν επιτρ
  אדם|רובוט|java ?script|גישה :: אמת|אשר|אינך|הפעל|נחסמ|נדח
  manusia|robot|java ?script|akses :: verifikasi|bukan|aktifkan|ditolak|diblokir
`);

const whole = anyOf(String.raw`
  \bray id\b|(?:reference|incident|event|support|request|block|transaction) (?:id|number|code|#)|reference ?# ?\d
  rate.limited|banned you|\berror 10\d\d\b|security service to protect|performance (?:&|and) security|ddos|checking if the site|disable (?:any |your )?ad ?-?block|press (?:&|and) hold|one moment, please|stand by
  you are seeing this (?:page )?because|proof-of-work|something about your browser|super-?human speed|automatically redirect|redirected (?:automatically|shortly)|(?:might|may) be (?:a )?(?:ro)?bot|(?:un)?block(?:ed)? (?:you|by)|why have i been blocked|ich bin kein roboter|je ne suis pas un robot|no soy un robot|non sono un robot|não sou um robô|ik ben geen robot|nie jestem robotem|я не робот|robot değilim|ロボットではありません|我不是机器人|我不是機器人|로봇이 아닙니다|لست روبوت`);

export const CHECK: Wording = {
  headings: wholeWords(
    String.raw`
    just a (?:moment|second)|one moment(?:,? please)?|one more step|attention required|(?:your )?access (?:to (?:this|the) (?:page|site|website|content) )?(?:has been |is |was )?(?:temporarily )?(?:denied|blocked|restricted|forbidden)|(?:403 )?forbidden|(?<!\d)403(?!\d)|security (?:check|verification|challenge)(?: required)?|are you (?:a |not a )?(?:robot|human|bot)|(?:please )?(?:verify|confirm|prove|verifying|confirming|checking|make sure|making sure|ensure|ensuring)(?: that| if)? you(?:'re| are) (?:not a |a )?(?:human|robot|bot|(?:real )?person|scraper)|(?:you are being |you're being )?rate limited|(?:human|bot|robot|captcha|browser|user|client|js) (?:verification|check|challenge|detection|detected)|robot or human|captcha(?: required)?|(?:pardon|sorry for) (?:our|the) interruption|checking your browser(?: before accessing)?|unusual traffic(?: detected)?|(?:your )?request (?:has been |was |is )?(?:blocked|rejected|denied|unsuccessful)|(?:please )?enable (?:javascript|js|cookies)(?: and cookies)?(?: to continue)?|javascript (?:is )?(?:required|disabled|not available)|ddos protection|(?:you have been|you've been) blocked|too many requests|let's confirm you are human|bot or not|prove you are human|error 10(?:20|15|06)|(?:(?:this|the) )?(?:content|site|website|page|video)?(?: is)? ?(?:not available|unavailable|blocked) in your (?:country|region|location)|(?:content |site |service |website )?unavailable(?: (?:(?:for|due to) legal reasons|in your (?:country|region)))?|(?<!\d)451(?!\d)|verifying|blocked
    sicherheits(?:überprüfung|prüfung|check|abfrage|kontrolle)|zugriff (?:wurde )?(?:verweigert|gesperrt|blockiert)|(?:einen )?(?:kleinen )?(?:moment|augenblick)(?:,? bitte)?|(?:sind sie|bist du) ein (?:mensch|roboter)|browser ?(?:überprüfung|wird (?:geprüft|überprüft))|javascript (?:ist )?(?:erforderlich|deaktiviert)|bitte (?:javascript|cookies) aktivieren|überprüfung
    vérification(?: de sécurité| en cours| de votre navigateur)?|(?:un|juste un) (?:instant|moment)|accès (?:refusé|bloqué|interdit|restreint|temporairement restreint)|contrôle de sécurité|êtes-vous (?:un )?(?:humain|robot)|un dernier effort|javascript (?:est )?(?:requis|désactivé)
    (?:verificación|comprobación|control)(?: de seguridad| humana)?|un momento(?:,? por favor)?|verificando|comprobando|acceso (?:denegado|bloqueado|restringido|prohibido)|¿?eres (?:un )?(?:humano|robot)\??
    (?:verifica|controllo) (?:di sicurezza|umana)|un (?:momento|attimo)|accesso (?:negato|bloccato|limitato)|sei (?:un )?(?:umano|robot)
    verificação(?: de segurança| humana)?|(?:um|só um) momento|verificando|aguarde(?: um (?:instante|momento))?|acesso (?:negado|bloqueado|restrito)|você é (?:humano|um robô)
    beveiligings(?:controle|check)|(?:een|nog een) (?:moment|ogenblik)(?: geduld)?|toegang (?:geweigerd|geblokkeerd)|ben (?:je|u) (?:een )?(?:mens|robot)
    (?:kontrola|weryfikacja)(?: bezpieczeństwa| przeglądarki)?|chwileczkę|odmowa dostępu|dostęp (?:zabroniony|zablokowany)|czy jesteś (?:człowiekiem|robotem)
    провер(?:ка|яем)(?: (?:браузера|безопасности|ваш браузер|соединения|подлинности))?|(?:один момент|минутку|подождите)|доступ (?:запрещ[её]н|ограничен|заблокирован|закрыт)|перевірка(?: браузера| безпеки)?|доступ (?:заборонено|обмежено)|вы (?:не )?робот\??|подтвердите,? что вы не робот
    güvenlik (?:kontrolü|doğrulaması|denetimi)|(?:bir|lütfen) (?:dakika|saniye|bekleyin)(?: lütfen)?|erişim (?:engellendi|reddedildi|kısıtlandı)|robot musunuz|insan (?:doğrulaması|mısınız)
    (?:セキュリティ|ブラウザ|アクセス)(?:の)?(?:チェック|確認|検証|認証)|確認中|(?:しばらく|少々)お待ちください|アクセスが?(?:拒否|制限|禁止)(?:されました|されています)?|(?:あなたは)?(?:ロボット|人間)ですか?|ロボットではないことの?確認|画像認証
    (?:安全|人机|人機|身份|浏览器|瀏覽器|访问)(?:验证|驗證|检查|檢查|检测)|请稍候|請稍候|(?:拒绝|禁止)(?:访问|存取)|访问(?:被拒绝|受限|异常|过于频繁)|(?:请输入|請輸入)?验证码|驗證碼|滑动验证
    보안 ?(?:확인|문자|검사|인증)(?: 입력)?|잠시만 기다려 ?(?:주세요|주십시오)|(?:접근|접속)(?:이)? ?(?:차단|거부|제한)(?:되었습니다|됨)?|로봇이 아닙니다|사람인지 확인|자동 ?(?:입력|등록) ?방지
    (?:التحقق|فحص)(?: من)? ?(?:الأمان|الأمني|المتصفح|متصفحك|أنك إنسان)?|لحظة(?: واحدة)?(?: من فضلك)?|(?:تم )?(?:رفض|حظر|منع) الوصول|الوصول (?:مرفوض|محظور|مقيد)|هل أنت (?:إنسان|روبوت)
    åtkomst nekad|säkerhetskontroll|adgang nægtet|sikkerhedstjek|tilgang nektet|sikkerhetssjekk|pääsy estetty|turvatarkistus|přístup (?:odepřen|zakázán|byl odepřen)|(?:bezpečnostní|ověření) (?:kontrola|prohlížeče)?|hozzáférés megtagadva|biztonsági ellenőrzés|acces (?:interzis|refuzat)|verificare de securitate|απαγορεύεται η πρόσβαση|έλεγχος ασφαλείας|הגישה נדחתה|בדיקת אבטחה|دسترسی (?:مسدود|غیرمجاز)|akses ditolak|verifikasi keamanan|truy cập bị từ chối`,
  ),
  says: (sentence) => pairs(sentence) || whole.test(sentence),
  loose: anyOf(String.raw`
    browser|java ?script|cookie|automat|security|robot|\bbots?\b|\bip\b|traffic|refresh|reload|\bsupport\b|\bwait\b|\bseconds?\b|\bray\b|\bvpn\b|proxy|network|plug-?in|extension|blocked|verif|captcha|continue|access
    sicherheit|netzwerk|erweiterung|warten|sekunde|weiterleit|zugriff|neu laden|weiter
    navigateur|sécurité|réseau|patient|extension|recharg|continu|accès
    navegador|seguridad|segurança|red\b|rede|espere|aguarde|recarg|acces|acesso|continuar
    sicurezza|rete|attend|ricaric|accesso|continua
    beveilig|netwerk|wacht|vernieuw|doorgestuurd|toegang|verder
    bezpiecze|przeglądark|sieci|poczeka|odśwież|przekierow|dostęp
    браузер|безопасн|сет[иь]|подожд|обновит|секунд|доступ|перенаправ
    tarayıcı|güvenlik|ağ|bekle|yenile|saniye|erişim|yönlendir
    ブラウザ|セキュリティ|ネットワーク|待ち|再読み込み|秒|アクセス|続行
    浏览器|瀏覽器|安全|网络|網路|稍候|刷新|秒|访问|訪問|继续|繼續|编号
    브라우저|보안|네트워크|기다|새로고침|초|접속|계속
    متصفح|أمان|الأمن|شبكة|انتظر|تحديث|ثوان|المتابعة`),
};
