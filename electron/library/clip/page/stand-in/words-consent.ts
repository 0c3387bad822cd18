// How pages ask whether they may watch their reader.
import { anyOf, together, type Wording, wholeWords } from './wording.ts';

export const CONSENT: Wording = {
  headings: wholeWords(
    String.raw`
    before you (?:continue|proceed|go on|start)(?: to [\p{L}\p{N}.]+)?|(?:we |how we )?(?:value|respect|care about|protect|take)(?: about)? your privacy(?: seriously)?|(?:manage )?(?:your|our) (?:privacy|data|cookie|consent)(?: choices?| settings| preferences| options| matters)?(?: (?:is|are) important to us)?|(?:manage |your |our use of |about )cookies?|(?:manage |your |our )?cookies? (?:settings|consent|preferences|notice|wall|choices|policy|options|on this (?:site|website))|privacy (?:settings|preferences|notice|cent(?:er|re)|choices|manager|gate|tools)|(?:we need your )?consent(?: required)?|cookies (?:&|and) (?:privacy|data|tracking)|we use cookies|this (?:site|website) uses cookies|accept cookies(?: to continue)?|cookies? (?:are |is )?(?:required|needed)|enable cookies|your choices regarding cookies(?: on this site)?|can we use your data
    (?:ihre |deine |zu ihrer |unsere )(?:privatsphäre|cookies?|daten)|(?:ihre |deine )?(?:privatsphäre|datenschutz|cookie|einwilligung|zustimmung)(?:-?einstellungen|-?hinweis| ist uns wichtig| sind uns wichtig| verwalten)?|wir (?:respektieren|schätzen|verwenden|brauchen|benötigen|nutzen) (?:ihre |deine )?(?:privatsphäre|cookies|zustimmung|einwilligung)|bevor (?:sie|du|es) (?:fortfahren|fortfährst|weiterlesen|weitergeht|weiterlest)|wir verwenden cookies|cookies (?:&|und) (?:datenschutz|privatsphäre|tracking)|mit werbung (?:weiter)?lesen
    (?:le )?(?:respect de )?(?:votre|la|vos) (?:vie privée|confidentialité|données|choix|cookies)(?: (?:est|sont) (?:notre|importante?s?)(?: priorité)?(?: pour nous)?)?|gestion (?:des cookies|du consentement|de vos données)|avant de continuer|(?:paramètres|préférences) (?:des |de )?(?:cookies|confidentialité)|nous (?:utilisons des cookies|respectons votre vie privée)|gérer (?:vos|les) cookies|continuer sans accepter
    (?:valoramos|respetamos|cuidamos) (?:tu|su) privacidad|(?:tu|su) privacidad(?: (?:es importante|nos importa))?(?: para nosotros)?|antes de continuar|(?:configuración|preferencias|política|aviso|uso|gestión) de (?:las )?cookies|utilizamos cookies|para continuar,? acepta las cookies|consentimiento
    (?:rispettiamo|teniamo a|apprezziamo) (?:la )?(?:tua|vostra) privacy|(?:la )?tua privacy(?: è importante)?(?: per noi)?|prima di continuare|(?:impostazioni|preferenze|gestione|informativa|utilizzo)(?: (?:dei|sui|di|sulla))? (?:cookie|privacy)|consenso|utilizziamo i cookie
    (?:valorizamos|respeitamos|cuidamos d?)a? ?(?:sua|tua) privacidade|(?:a )?sua privacidade(?: é importante)?(?: para nós)?|antes de continuar|(?:configurações|definições|preferências|política|uso|aviso) de (?:cookies|privacidade)|utilizamos cookies|consentimento
    (?:wij|we) (?:respecteren|waarderen|gebruiken) (?:je |uw |jouw )?(?:privacy|cookies)|(?:jouw|je|uw) privacy(?: is (?:voor ons )?belangrijk)?|voordat je (?:verder gaat|doorgaat)|cookie-?(?:instellingen|voorkeuren|beleid|melding)|cookies op [\p{L} .]+|toestemming|privacy-?instellingen
    (?:dbamy o|szanujemy) (?:twoją|państwa|waszą) prywatność|(?:twoja )?prywatność(?: jest (?:dla nas )?ważna)?|zanim przejdziesz(?: dalej)?|(?:ustawienia|pliki|polityka) (?:cookies?|prywatności)|używamy plików cookies?|zgoda
    (?:мы )?(?:ценим|уважаем|заботимся о) ваш\S+ (?:конфиденциальность\S*|приватность\S*)|(?:ваша )?конфиденциальность|прежде чем продолжить|(?:настройки|использование|файлы|политика) (?:файлов )?(?:cookie|куки)|согласие|мы используем (?:файлы )?(?:cookie|куки)
    gizliliğinize (?:önem|değer|saygı)\S*(?: veriyoruz| duyuyoruz)?|(?:gizlilik|çerez)(?:ler)? (?:ayarları|tercihleri|politikası|bildirimi|kullanımı)|devam etmeden önce|çerez(?:ler)? kullanıyoruz|gizliliğiniz
    (?:cookie|クッキー)(?:の)?(?:使用|利用|設定|ポリシー|同意)?(?:について|に関するお知らせ)?|(?:お客様の)?プライバシー(?:設定|について|を(?:大切に|尊重)\S*|の尊重)?|続行する前に|同意の?(?:確認|管理|お願い)
    (?:我们|我們)?(?:重视|重視|尊重|关心|保护)(?:您|你)的(?:隐私|隱私)(?:权)?|(?:cookie|隐私|隱私|个人信息|个人资料)(?:设置|設定|偏好|政策|声明|聲明|同意|通知|的使用)|(?:您的)?(?:隐私|隱私)|继续之前|在您继续之前
    (?:귀하의 )?(?:개인정보|쿠키|프라이버시)(?:를|은|는)? ?(?:보호|설정|정책|사용|동의|소중히)?(?: 여깁니다)?(?: 안내)?|계속하기 전에|쿠키
    (?:نحن )?(?:نقدر|نحترم|نهتم ب)\S* ?خصوصيتك|خصوصيتك(?: تهمنا)?|(?:إعدادات|سياسة|استخدام) (?:ملفات تعريف الارتباط|الخصوصية|الكوكيز)|قبل (?:المتابعة|أن تتابع)|ملفات تعريف الارتباط
    vi värnar om din integritet|(?:hantera |inställningar för )(?:cookies|kakor|samtycke)|vi behöver ditt samtycke|vi bruger cookies|vi respekterer dit privatliv|samtykke|vi bruker (?:cookies|informasjonskapsler)|arvostamme yksityisyyttäsi|evästeet|(?:nastavení|souhlas s(?: používáním)?) (?:cookies|soukromí)|vážíme si (?:vašeho )?soukromí|(?:süti|cookie)(?:k)? (?:beállítások|kezelése)|setări (?:cookie|confidențialitate)|ρυθμίσεις (?:cookies|απορρήτου)|σεβόμαστε την ιδιωτικότητά σας|הגדרות (?:עוגיות|פרטיות)`,
  ),
  says: together(String.raw`
    cookies?\b|partners?\b|vendors|personal data|\bprivacy\b|tracking|similar technolog|information on (?:a|your) device|personali[sz]ed (?:ads|advert|content)|legitimate interest|\bconsent\b|device characteristics|geolocation data :: \bwe\b|\bour\b|\bus\b|accept|\bagree|consent|\byour?\b|identification|(?:this|the) (?:web)?site
    cookie|partner|personenbezogen|datenschutz|privatsphäre|tracking|endgerät|ihrem gerät|personalisiert|berechtigte|einwilligung|zustimmung|werbung :: \bwir\b|unser|akzeptier|zustimm|stimm|einwillig|\bihre?n?\b|\bdeine?\b|\bsie\b
    cookie|traceur|partenaires|données personnelles|informations personnelles|vie privée|confidentialité|publicité|consentement :: \bnous\b|\bnos\b|\bvous\b|\bvotre\b|\bvos\b|accept|consent|refus
    cookie|socios|datos personales|privacidad|publicidad|consentimiento|rastreo|dispositivo :: \bnosotros\b|nuestr|utiliza|usamos|acept|consent|\btus?\b|\bsus?\b|puede
    cookie|partner|dati personali|privacy|pubblicità|annunci|consenso|tracciamento|dispositivo :: \bnoi\b|nostr|utilizz|usiamo|accett|\btu[oae]\b|\btuoi\b|sito us|puoi|cliccando|vostr
    cookie|parceiros|dados pessoais|privacidade|publicidade|anúncios|consentimento|dispositivo :: \bnós\b|noss|utiliz|usamos|aceit|concord|\bseus?\b|\bsuas?\b|você|pode
    cookie|partner|persoonsgegevens|privacy|advertentie|toestemming|apparaat :: \bwij\b|\bwe\b|\bonze\b|\bons\b|accepte|akkoord|\bje\b|\buw?\b|jouw|toestemming
    cookie|ciasteczk|partner|danych osobowych|dane osobowe|prywatno|reklam|zgod[ęya] :: \bmy\b|nasz|nasi|używa|stosuj|wykorzyst|akcept|twoj|możesz|klik|wyrażam|urządzeni
    cookie|куки|партн[её]р|персональн|конфиденциальн|реклам|согласи :: (?<!\p{L})мы(?!\p{L})|наш|использу|принима|соглаша|ваш|(?<!\p{L})вы(?!\p{L})|нажима|можете
    cookie|згод|партнер|персональн|реклам :: (?<!\p{L})ми(?!\p{L})|наш|ваш|погодж|використов|можете
    çerez|cookie|ortaklar|kişisel veri|gizlilik|reklam|rıza :: kullan|kabul|sitemiz|onay|tercih|biz |izin|verilerin|işl
    cookie|クッキー|個人情報|個人データ|プライバシー|広告|パートナー|トラッキング :: 使用|利用|同意|当サイト|弊社|お客様|設定|許可|当社
    cookie|隐私|隱私|个人信息|個人資料|个人数据|合作伙伴|合作夥伴|广告|廣告 :: 我们|我們|您|接受|同意|使用|点击|點擊|本网站|本網站|设置
    쿠키|개인정보|개인 정보|파트너|광고|맞춤 :: 사용|저희|당사|동의|귀하|설정|수락|웹사이트|클릭
    ملفات تعريف الارتباط|كوكيز|شركا|بيانات|خصوصي|إعلان :: نستخدم|نحن|موافق|توافق|قبول|الخاصة بك|يمكنك|شركائنا|معالجة
    cookies|kakor|partner|personuppgifter|integritet|samtycke :: \bvi\b|våra|godkänn|accept|\bdu\b|\bdin
    cookies|informasjonskapsler|partnere|samtykke|privatliv|personvern :: \bvi\b|vores|våre|accept|godta|\bdu\b|\bdi[tn]
    eväste|kumppan|tietosuoja|suostumu :: käytämme|hyväksy|voit|\bme\b
    cookie|partne|osobní|soukrom|souhlas :: používáme|\bmy\b|naš|souhlas|přij|můžete|vaš|klik
    süti|cookie|személyes adat|partner :: használ|elfogad|hozzájárul|\bön\b|\bmi\b
    cookie|parteneri|date personale|confidențialitate :: folosim|utilizăm|accept|noi |dvs|puteți
    cookies|συνεργάτες|προσωπικά δεδομένα|απορρήτου|συγκατάθεση :: χρησιμοποιούμε|εμείς|αποδοχή|σας|συμφων|μας
    עוגיות|cookies|פרטיות :: אנו|אנחנו|מסכים|משתמש|שלך
    کوکی|حریم خصوصی :: استفاده|ما |شما|پذیر
    cookie|mitra|data pribadi|privasi :: kami|anda|setuju|terima
    cookie|đối tác|dữ liệu cá nhân|quyền riêng tư :: chúng tôi|bạn|đồng ý|chấp nhận
  `),
  loose: anyOf(String.raw`
    cookie|consent|partner|vendor|privacy|personal(?:i[sz]ed)? |advert|\bads\b|track|preferences|purposes?|legitimate|device|identifier|measure|audience|statistic|analytic|settings|functional|necessary|subscri|accept|agree
    einwillig|zustimm|werb|daten|zweck|anzeigen|messung|einstellung|notwendig|abo|gerät|inhalte|nutzung
    traceur|donn|publicit|finalit|mesure|préféren|paramètr|abonn|contenu|consent
    datos|publici|dados|finalidad|medi[cd]|preferen|configur|suscri|assin|contenid|conteúd|consent
    dati|pubblic|finalità|misura|preferenz|impostaz|abbon|contenut|consens
    gegevens|advertent|doelein|meten|voorkeur|instelling|toestemming|inhoud
    danych|dane|reklam|cel[eu]|pomiar|ustawien|zgod|treści
    данн|реклам|цел[ие]|настройк|соглас|контент
    veri|reklam|amaç|ölç|ayar|tercih|içerik|onay
    クッキー|同意|広告|目的|測定|設定|データ|情報
    同意|广告|廣告|目的|测量|设置|設定|数据|信息
    쿠키|동의|광고|목적|측정|설정|데이터|정보
    بيانات|إعلان|موافق|أغراض|قياس|إعدادات|محتوى
    kakor|samty|eväst|souhlas|süti|συγκατ|עוגיות`),
};

/** What stands on the button that such a page is about. */
export const ACCEPT = anyOf(String.raw`
  \baccept|\bagree\b|\ballow\b|\bconsent\b|got it|continue without|reject all|\bdecline\b|only (?:necessary|essential)|necessary only|i understand|\bok(?:ay)?\b
  akzeptier|zustimm|einverstanden|annehmen|ablehnen|zulassen|erlauben|verstanden|nur (?:notwendige|erforderliche)
  accepte|refuse|sans accepter|j'accepte|d'accord
  acept|rechaz|acuerdo|permitir
  accett|rifiut|acconsent
  aceit|rejeit|recus|concord
  accepteer|akkoord|weiger|toestaan|instemmen
  akcept|zgadzam|odrzu|zgod|przejdź do serwisu|rozumiem
  принять|принима|соглас|отклон|разреш|понятно
  kabul|reddet|onayl|izin ver|tamam
  同意|許可|拒否|承諾|受け入れ|了承
  同意|接受|拒绝|拒絕|允许|允許|我知道了|全部接受
  동의|수락|허용|거부|승인
  موافق|أوافق|قبول|رفض|السماح
  godkänn|acceptera|avvisa|tillåt|accepter|afvis|tillad|godta|avslå|hyväksy|hylkää|přij|souhlas|odmít|povol|elfogad|elutas|accept|refuz|αποδοχή|αποδέχομαι|απόρριψη|συμφωνώ|מסכים|קבל|אישור|قبول|setuju|terima|đồng ý|chấp nhận`);
