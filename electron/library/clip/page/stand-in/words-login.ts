// How pages ask who their reader is, or for a subscription.
import { anyOf, together, type Wording, wholeWords } from './wording.ts';

export const LOGIN: Wording = {
  headings: wholeWords(
    String.raw`
    (?:please )?(?:log|sign) ?-?(?:in|on)(?: (?:or|and|/) (?:register|sign up|create (?:an )?account|join))?(?: to (?:your |view |read |see |access )?(?:account|continue(?: reading)?|this (?:page|content|article|topic)|[\p{L}\p{N}.]+))?(?: required)?|log ?in(?: required| page| form)?|(?:members?|users?|customers?|subscribers?|account|client|staff)(?:'s)? (?:log ?in|sign ?in|area|only)|welcome back|authentication(?: required)?|(?:subscribe|register|join|sign up)(?: (?:now|today|for free|free))? (?:to|and) (?:continue|keep|read|view|unlock|get|access)(?: reading)?(?: this (?:article|story))?|create (?:an|your|a free) account(?: to continue(?: reading)?)?|(?:restricted|private|protected) (?:area|access|page|content)|(?:this (?:article|story|content|page) is (?:for|only for|reserved for|available to) )?subscribers(?: only)?|(?:become|continue as) a (?:member|subscriber)|enter (?:your )?password|(?:enter|continue with|sign in with) (?:your )?e-?mail(?: address)?(?: to (?:continue|sign in|log in))?|password (?:required|protected)|to continue(?:,)? (?:please )?(?:log|sign) in|already a (?:member|subscriber)|you must be logged in|(?:web |central )?(?:login|authentication) service|single sign-?on|session (?:has )?(?:expired|timed out)|your session has expired|(?:the rest of )?(?:this |the )?(?:article|story|content|page|post) (?:is )?for (?:our )?(?:members|subscribers)(?: only)?|(?:members?|subscribers?)(?:-| )(?:only|exclusive)(?: (?:content|article|story))?|(?:read|get|access) the (?:full|whole|rest of (?:the|this)) (?:article|story)|get access|you need (?:access|permission)|request access|continue reading(?: with a subscription)?|unlock this (?:article|story)|to read (?:this|the full) (?:article|story)
    (?:bitte )?(?:anmelden|einloggen|anmeldung|log-?in|login)(?: (?:erforderlich|oder registrieren|und weiterlesen))?|(?:mitglieder|kunden|nutzer|benutzer|abonnenten)-?(?:login|bereich|anmeldung)|(?:dieser |der )?(?:artikel|inhalt|beitrag) (?:ist )?(?:nur )?für (?:abonnenten|mitglieder)|willkommen zurück|(?:jetzt )?(?:anmelden|registrieren|abonnieren)(?: und| um) weiter(?:zu)?lesen|weiterlesen mit \S+|lesen sie (?:diesen|den) (?:ganzen )?(?:artikel|text|beitrag)(?: weiter)?(?: mit \S+)?|geschützter bereich|nur für (?:abonnenten|mitglieder)|mein konto|mit (?:der |ihrer )?e-?mail(?:-adresse)? (?:fortfahren|anmelden)|bitte melden sie sich an
    connexion|se connecter|connectez-vous|identifi(?:ez-vous|cation)|(?:espace|accès|zone) (?:abonnés?|membres?|client|privée?|réservée?)|(?:cet |ce )?(?:article|contenu)? ?(?:est )?réservée? aux (?:abonnés|membres)|(?:créer un|mon) compte|abonnez-vous(?: pour (?:lire|continuer)(?: la suite)?)?|(?:il vous reste|pour lire la suite)|authentification
    (?:inicia(?:r)?|inicio de) sesión|acced[ea](?:r)?(?: a tu cuenta)?|acceso (?:a|de) (?:usuarios|clientes|suscriptores|socios)|identifícate|(?:contenido |artículo )?(?:exclusivo|solo)(?: para)? (?:suscriptores|socios|usuarios registrados)|suscríbete(?: para (?:seguir leyendo|continuar|leer))?|regístrate(?: para (?:seguir leyendo|continuar))?|mi cuenta|ingresar|entrar
    accedi(?: (?:per continuare|al tuo account))?|login|area (?:riservata|clienti|utenti|abbonati)|(?:contenuto |articolo )?riservato agli abbonati|abbonati(?: per (?:continuare|leggere))?(?: a leggere)?|bentornat[oa]|registrati(?: per continuare)?|effettua (?:il login|l'accesso)|accesso utenti
    (?:faça |fazer )?login|entrar(?: na sua conta)?|entre(?: (?:para continuar|na sua conta))?|iniciar sessão|(?:área|acesso) (?:do|de|ao|para) (?:cliente|assinante|usuário|utilizador|membros?)s?|(?:conteúdo |matéria )?(?:exclusiv[ao] )?para assinantes|assine(?: para (?:continuar|ler))?(?: lendo)?|cadastre-se(?: para continuar)?|minha conta|aceder
    inloggen|log in(?: om (?:verder te lezen|door te gaan|te lezen))?|aanmelden|(?:alleen )?voor (?:abonnees|leden)|mijn account|welkom terug|word (?:lid|abonnee)|maak een (?:gratis )?account(?: aan)?|lees verder met een abonnement
    zaloguj(?: się)?(?:,? aby (?:kontynuować|przeczytać|czytać dalej))?|logowanie|(?:panel|strefa|konto) (?:klienta|użytkownika|abonenta|czytelnika)|(?:treść |artykuł )?(?:tylko |dostępny tylko )?dla (?:prenumeratorów|subskrybentów|abonentów|zalogowanych)|zarejestruj się|witaj ponownie|moje konto
    (?:вход|войти|войдите)(?: (?:в (?:аккаунт|личный кабинет|систему)|на сайт|или зарегистрируйтесь))?|вхід|увійти|реєстрація|(?:лише |тільки )?для передплатників|авторизация|авторизуйтесь|личный кабинет|(?:материал )?(?:доступен )?(?:только )?(?:для|по) (?:подписчиков|подписке)|регистрация|оформите подписку|требуется авторизация
    (?:üye |kullanıcı )?giri[şs](?:i)?(?: yap(?:ın)?)?|oturum aç(?:ın|ma)?|(?:sadece |yalnızca )?(?:üyelere|abonelere) özel|üye ol|kayıt ol|hesabınıza giriş yapın|abone ol
    (?:会員|マイページ|メンバー)?ログイン(?:が必要です|画面|してください|ページ)?|サインイン|会員(?:限定|専用|登録)(?:記事|ページ|コンテンツ)?(?:です)?|(?:この記事は)?有料会員限定(?:記事)?(?:です)?
    (?:用户|用戶|会员|會員|帐号|账号)?(?:登录|登入|登陆)(?:后(?:查看|阅读|继续))?(?:页面)?|(?:请|請)先?(?:登录|登入)|(?:会员|會員|订阅|訂閱)(?:专享|專享|专区|專屬|注册)|欢迎回来|注册
    (?:회원 ?)?로그인(?:이 필요합니다| 페이지| 하기)?|회원 ?(?:전용|가입)|구독자 전용(?: 기사)?|통합 ?로그인
    (?:تسجيل الدخول|الدخول|دخول)(?: (?:مطلوب|للمتابعة|إلى حسابك|الأعضاء))?|(?:للمشتركين|للأعضاء) فقط|إنشاء حساب|مرحبا(?:ً)? بعودتك|اشترك (?:للمتابعة|لقراءة المزيد)
    logga in|endast för (?:prenumeranter|medlemmar)|prenumerera(?: för att läsa)?|log ind|logg inn|kun for abonnenter|kirjaudu(?: sisään)?|vain tilaajille|přihl(?:ášení|ásit se|aste se)|pouze pro předplatitele|bejelentkezés|belépés|autentificare|conectare|σύνδεση|είσοδος|μόνο για συνδρομητές|התחברות|כניסה|למנויים בלבד|ورود(?: به حساب)?|masuk|đăng nhập|เข้าสู่ระบบ|लॉग ?इन`,
  ),
  says: together(String.raw`
    \b(?:log|sign)(?:ged|ging|ned)? ?-?(?:in|on)\b|\blogin\b|subscri|regist|\baccount\b|\bmembers?(?:hip)?\b|password|\bpremium\b :: to (?:continue|keep|read|view|access|see|proceed|unlock|get|finish)|please|\bmust\b|need to|required|only (?:for|available|to)\b|\bonly$|already|don't have|do not have|no account|\bnew (?:to|here|user)|forgot|lost your|your (?:email|username|password|account|credentials|details)|\benter\b|welcome back|full access|unlimited|exclusive|remaining|send you (?:a|an)? ?\w* ?link|magic link|no password|free (?:articles|account)|not a (?:member|subscriber)|remember me|stay signed|again|the rest of|(?:is|are) for (?:\w+ )?(?:members|subscribers)|join (?:now|today|us)|cancel any ?time|per (?:month|week)|(?:£|\$|€)\s?\d
    anmeld|anzumelden|melden sie|zugriff|einlogg|log-?in|registrier|konto|passwort|kennwort|abonn|mitglied|\babos?\b :: \bum (?:zu |weiter|fort|diesen|den )|bitte|sie müssen|du musst|jetzt|\bnur (?:für|mit)\b|bereits|noch kein|vergessen|(?:ihr|dein)e?[mnrs]? (?:e-mail|passwort|kennwort|konto|zugang|benutzer|abo)|weiterlesen|exklusiv|willkommen|geben sie|lesen sie|alle (?:inhalte|artikel)|kündbar|testen|gratis|wochen|monat|\blink\b|ohne passwort|schon (?:registriert|abon|kunde|mitglied)
    connect|identifi|connexion|abonn|inscri|compte|mot de passe :: pour (?:continuer|lire|accéder|poursuivre|consulter|profiter)|veuillez|devez|réservé|déjà (?:abonn|inscri|client|un compte)|pas encore|oublié|votre|lire la suite|la suite|bienvenue|saisi
    sesión|acced|ingres|registr|regístr|suscri|suscrí|cuenta|contraseña|identifí|identific|soci[oa]s? :: para (?:continuar|leer|acceder|ver|seguir|disfrutar)|por favor|\bdebes?\b|tienes que|\bsolo\b|hazte|ya (?:lo )?(?:eres|tienes|es)|aún no|no tienes|olvid|\btu\b|\bsu\b|exclusiv|introduce
    acced|login|registra|abbon|account|password|iscri :: per (?:continuare|leggere|accedere|proseguire|vedere)|\bdevi\b|necessario|\bsolo\b|già|non hai|illimitat|al mese|dimenticat|\btu[oa]\b|riservat|inserisci|bentornat|completo
    \bentr[ea]|sessão|login|cadastr|regist|assin|\bconta\b|senha|palavra-passe|acess|aced :: para (?:continuar|ler|acessar|aceder|ver|ter)|por favor|precisa|\bdeve|\bsó\b|\bjá (?:é|tem|possui)|ainda não|não (?:tem|possui)|ilimitad|mês|esquec|\bsua\b|\bseu\b|exclusiv|apenas
    log ?in|inlogg|aanmeld|regist|abonn|account|wachtwoord|\blid\b :: \bom\b|\bmoet|alsjeblieft|alleen|al (?:een|lid|abonnee)|nog geen|vergeten|\bje\b|\buw?\b|exclusief|welkom|\bvoer\b|verder
    zaloguj|logowani|zarejestr|konto|konta|hasł|subskry|prenumer|abonam :: aby|żeby|musisz|proszę|tylko|masz już|nie masz|zapomnia|nie pamięta|twoj|swoj|podaj|kontynuować|przeczytać|dostęp
    войдите|вход|войти|авториз|регистр|аккаунт|учётн|учетн|парол|подпис :: чтобы|пожалуйста|необходим|нужно|только|(?<!\p{L})уже(?!\p{L})|ещё нет|еще нет|нет аккаунта|забыли|ваш|введите|продолж|доступ|полност
    увійд|увійти|вхід|реєстр|обліков|парол|підпис|передплат :: щоб|потрібно|лише|тільки|вже|немає|забули|ваш|введіть|продовж|доступ
    giriş|oturum|\büye|kayıt|hesa[bp]|şifre|parola|abone :: için|lütfen|gerek|yalnızca|sadece|zaten|yok mu|değil misin|unuttu|devam|girin|okumak|hesabınız|özel
    ログイン|サインイン|会員|登録|パスワード|アカウント|購読|有料 :: ください|必要|限定|お持ち|お忘れ|続き|入力|方は|閲覧|お読み
    登录|登入|登陆|注册|註冊|会员|會員|密码|密碼|账号|帳號|账户|订阅|訂閱 :: 请|請|后|後|才能|需要|忘记|忘記|没有|沒有|还没|已有|继续|繼續|输入|輸入|查看|阅读全文|閱讀全文
    로그인|회원|가입|비밀번호|계정|구독|아이디 :: 하세요|해 ?주세요|해주십시오|필요|로그인 후|전용|잊으|찾기|없으|아직|이미|계속|입력|이용|하시면
    تسجيل|سجل|الدخول|حساب|كلمة (?:المرور|السر)|اشترك|مشترك :: للمتابعة|لقراءة|يرجى|يجب|الرجاء|فقط|لديك|نسيت|ليس|أدخل|قراءة|متابعة|لمشاهدة
    logga in|konto|lösenord|prenumer|medlem :: för att|måste|redan|glömt|bara|endast|ditt|inget
    log ind|logg inn|konto|adgangskode|passord|abonn :: for at|for å|skal|må|allerede|glemt|kun|din
    kirjaudu|tunnus|salasana|tilaa|tili :: jatka|unohd|vain|lukea|onko|ei ole
    přihl|registr|heslo|účet|předpl :: pro |prosím|musíte|zapomn|nemáte|máte|pouze|abyste|číst
    bejelentkez|jelszó|fiók|előfizet|regisztr :: kérjük|elfelejt|csak|nincs|már|folytat|olvas
    autentific|conecta|parol|cont\b|abon :: pentru|trebuie|uitat|doar|deja|nu ai|vă rugăm
    σύνδεση|συνδεθ|κωδικ|λογαριασμ|συνδρομ :: για να|ξεχάσ|μόνο|έχετε|παρακαλ|συνέχεια
    התחבר|סיסמה|חשבון|מנוי|הירשמ :: כדי|שכחת|רק|אין לך|יש לך|להמשיך
    masuk|kata sandi|akun|langgan|daftar :: untuk|silakan|lupa|hanya|sudah|belum
    đăng nhập|mật khẩu|tài khoản|đăng ký :: để|vui lòng|quên|chỉ|đã|chưa
  `),
  loose: anyOf(String.raw`
    account|password|e-?mail|user ?name|subscri|regist|member|sign|log ?in|log|access|cancel|offer|trial|month|per week|unlimited|device|terms|benefit|newsletter|free
    konto|passwort|kennwort|nutzer|abonn|mitglied|anmeld|zugang|kündbar|angebot|monat|agb
    compte|passe|abonn|inscri|connect|accès|offre|mois|engagement|illimité
    cuenta|contraseña|suscri|regist|acces|oferta|mes\b|conta|senha|assin|oferta|mês|cadastr
    account|abbon|iscri|registr|accesso|offerta|mese|disdi
    wachtwoord|abonn|aanmeld|toegang|aanbieding|maand|opzeg
    konto|hasł|prenumer|subskry|dostęp|oferta|miesi
    аккаунт|парол|подпис|доступ|вход|регистр|месяц|почт
    hesap|şifre|üye|abone|erişim|aylık|eposta|e-posta
    ログイン|会員|パスワード|登録|月額|メール|購読
    登录|登入|会员|會員|密码|注册|订阅|手机|邮箱|账号
    로그인|회원|비밀번호|가입|구독|이메일|아이디
    حساب|كلمة|اشتراك|الدخول|البريد|شهري
    konto|lösenord|salasana|heslo|jelszó|parol|κωδικ|סיסמה`),
};
