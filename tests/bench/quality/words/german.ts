// German for the quality collection.
import { linesOf, listOf, topicsOf, type Writing, wordsOf } from './writing.ts';

export const german: Writing = {
  lang: 'de',
  gap: ' ',
  // Singular; plural, dative plural.
  forms: [[0], [1, 2]],
  topics: topicsOf(`
    Leuchtturm/Leuchttürme/Leuchttürmen: Laterne/Laternen, Klippe/Klippen, Nebel/Nebel, Matrose/Matrosen, Riff/Riffe, Hafen/Häfen
    Gletscher/Gletscher/Gletschern: Spalte/Spalten, Moräne/Moränen, Gipfel/Gipfel, Tal/Täler, Grat/Grate, Lawine/Lawinen
    Bienenstock/Bienenstöcke/Bienenstöcken: Imker/Imker, Schwarm/Schwärme, Wabe/Waben, Wiese/Wiesen, Blüte/Blüten, Königin/Königinnen
    Sauerteig/Sauerteige/Sauerteigen: Brotlaib/Brotlaibe, Backofen/Backöfen, Kruste/Krusten, Bäcker/Bäcker, Mehl/Mehle, Hefe/Hefen
    Fernrohr/Fernrohre/Fernrohren: Spiegel/Spiegel, Sternwarte/Sternwarten, Komet/Kometen, Planet/Planeten, Linse/Linsen, Mond/Monde
    Kathedrale/Kathedralen/Kathedralen: Orgel/Orgeln, Gewölbe/Gewölbe, Pilger/Pilger, Steinmetz/Steinmetze, Kirchturm/Kirchtürme, Altar/Altäre
    Impfstoff/Impfstoffe/Impfstoffen: Antikörper/Antikörper, Dosis/Dosen, Klinik/Kliniken, Virus/Viren, Arzt/Ärzte, Studie/Studien
    Unterseeboot/Unterseeboote/Unterseebooten: Sehrohr/Sehrohre, Rumpf/Rümpfe, Kapitän/Kapitäne, Mannschaft/Mannschaften, Luke/Luken, Werft/Werften
    Handschrift/Handschriften/Handschriften: Pergament/Pergamente, Schreiber/Schreiber, Tinte/Tinten, Kloster/Klöster, Einband/Einbände, Seite/Seiten
    Vulkan/Vulkane/Vulkanen: Krater/Krater, Ausbruch/Ausbrüche, Asche/Aschen, Lavastrom/Lavaströme, Geologe/Geologen, Insel/Inseln
    Fahrrad/Fahrräder/Fahrrädern: Sattel/Sättel, Pedal/Pedale, Speiche/Speichen, Kette/Ketten, Radweg/Radwege, Bremse/Bremsen
    Obstgarten/Obstgärten/Obstgärten: Apfel/Äpfel, Birne/Birnen, Ernte/Ernten, Hecke/Hecken, Most/Moste, Gärtner/Gärtner
    Übersetzer/Übersetzer/Übersetzern: Verlag/Verlage, Roman/Romane, Wörterbuch/Wörterbücher, Dichter/Dichter, Fußnote/Fußnoten, Satz/Sätze
    Geige/Geigen/Geigen: Bogen/Bögen, Saite/Saiten, Lack/Lacke, Sonate/Sonaten, Konzert/Konzerte, Orchester/Orchester
    Moor/Moore/Mooren: Reiher/Reiher, Schilf/Schilfe, Frosch/Frösche, Torf/Torfe, Graben/Gräben, Otter/Otter
    Bergwerk/Bergwerke/Bergwerken: Stollen/Stollen, Kumpel/Kumpel, Erz/Erze, Schacht/Schächte, Förderturm/Fördertürme, Halde/Halden
    Erdbeben/Erdbeben/Erdbeben: Verwerfung/Verwerfungen, Trümmer/Trümmer, Retter/Retter, Riss/Risse, Warnung/Warnungen, Stoß/Stöße
    Töpferei/Töpfereien/Töpfereien: Brennofen/Brennöfen, Glasur/Glasuren, Ton/Tone, Schüssel/Schüsseln, Henkel/Henkel, Scherbe/Scherben
    Eisenbahn/Eisenbahnen/Eisenbahnen: Lokomotive/Lokomotiven, Bahnsteig/Bahnsteige, Weiche/Weichen, Fahrplan/Fahrpläne, Tunnel/Tunnel, Waggon/Waggons
    Apotheke/Apotheken/Apotheken: Salbe/Salben, Rezept/Rezepte, Kraut/Kräuter, Tropfen/Tropfen, Waage/Waagen, Tablette/Tabletten
    Falkner/Falkner/Falknern: Greifvogel/Greifvögel, Handschuh/Handschuhe, Feder/Federn, Beute/Beuten, Haube/Hauben, Horst/Horste
    Wörterliste/Wörterlisten/Wörterlisten: Mundart/Mundarten, Vokal/Vokale, Silbe/Silben, Sprache/Sprachen, Forscher/Forscher, Laut/Laute`),
  firstNames:
    listOf(`Annegret, Jürgen, Käthe, Matthias, Friederike, Günther, Liselotte, Sören, Wilhelmine, Björn,
    Hannelore, Konrad, Mechthild, Rüdiger`),
  surnames:
    listOf(`Größner, Lüdenscheid, Hohenfels, Weißbach, Brückner, Kestenholz, Rautenberg, Sternheim, Vogelsang,
    Zimmerling, Müllerschön, Ostermeier, Quandt, Pfaffenrath, Übelacker, Drösemann`),
  towns:
    listOf(`Lübeck, Görlitz, Passau, Stralsund, Tübingen, Bamberg, Erfurt, Husum, Meißen, Füssen, Emden, Zittau,
    Goslar, Wismar`),
  rooms:
    listOf(`Dachboden, Keller, Speisekammer, Scheune, Werkstatt, Waschküche, Kapelle, Gewächshaus, Bootshaus,
    Wartesaal, Innenhof, Bibliothek`),
  adjectives:
    listOf(`rote, zerbrochene, samtene, rostige, bemalte, silberne, schiefe, hohle, vergessene, geliehene,
    gestreifte, hölzerne, riesige, bestickte`),
  numbers: listOf('drei, vier, sieben, neun, elf, zwölf, vierzehn, siebzehn, zwanzig, vierzig'),
  objects:
    wordsOf(`Regenschirm/Regenschirme, Koffer/Koffer, Trompete/Trompeten, Teekanne/Teekannen, Leiter/Leitern,
    Wandteppich/Wandteppiche, Kerzenleuchter/Kerzenleuchter, Schreibmaschine/Schreibmaschinen, Marionette/Marionetten,
    Fass/Fässer, Kompass/Kompasse, Matratze/Matratzen, Fingerhut/Fingerhüte, Kleiderschrank/Kleiderschränke,
    Anker/Anker, Taschenmesser/Taschenmesser, Postkarte/Postkarten, Globus/Globen, Ziehharmonika/Ziehharmonikas,
    Armband/Armbänder, Puppenhaus/Puppenhäuser, Schlüssel/Schlüssel`),
  everyday:
    listOf(`das Geld, das Wetter, die Nachbarn, die Schule, der Abend, die Gewohnheit, der Garten, die Straße,
    der Brief, die Küche, der Gemeinderat, die Zeitung, die Familie, der Markt, das Gespräch, die Reise`),
  about: linesOf(`
    Ohne {T0} gäbe es hier weder {V1} noch Besucher.
    Das Wort {T0} steht schon auf der ersten Seite, lange vor jedem anderen.
    Beim Thema {T0} denken viele zuerst an {V1}.
    Kein {T0} gleicht dem anderen, heißt es in {L}.
    Zwischen {T0} und {V0} liegen nur wenige Schritte.
    {T0} und {V0} gehören in {L} seit {Y} zusammen.
    Mit {T0} allein ist es nicht getan, es braucht auch {V1}.
    Die meisten {T1} verdanken ihren Ruf den Leuten aus {L}.
    Um {L} gab es {Y} noch {N} {T1}, heute sind es weniger.
    Alte {T1} kosten weniger als neue, solange die {V1} halten.
    Über {T1} wird gern geschrieben, als ob die {V1} nicht zählten.
    Wie die {T1} nach {L} kamen, steht nirgends.
    Zu den {T2} gehören auch die {V1}, das vergisst man leicht.
    Von {T2} versteht man in {L} etwas, von {V1} weniger.
    Mit {T2} hat hier jeder zu tun gehabt, früher oder später.
    Die {V1} hatten sich bis {Y} verändert, und mit ihnen alles andere.
    Über die {V1} von {L} gibt es {N} Bücher und kein gutes.
    Manche {V1} überlässt man besser denen, die damit groß wurden.`),
  filler: linesOf(`
    Es regnete fast die ganze Woche, und niemanden störte es.
    Da spielten {E} und manches andere eine Rolle.
    In {L} erzählt man die Sache bis heute anders.
    Das war {Y}, und {E} war noch kein Thema.
    Darüber wäre mehr zu sagen, aber nicht hier.
    Ich ging am Fluss entlang nach Hause und dachte nach.
    Die Hälfte von dem, was man über {L} hört, stimmt nicht.
    Bis {Y} war beinahe alles wieder aufgebaut.
    Der Rest ist eine Frage der Zeit und der Geduld.
    Ein alter Freund schrieb mir davon und legte eine Karte bei.
    Nichts davon war geplant, und doch ging es gut.
    Man kommt mit dem Bus hin, aber es dauert den ganzen Vormittag.
    Der Bericht von {Y} zählt {N} Fälle und erklärt keinen.
    Vielleicht ist {E} der falsche Anfang.
    Sie schlossen die Tür hinter sich und sagten nichts mehr.
    Sonntags ist die Stadt still, bis auf die Glocken.
    Was bleibt, ist eine Fotografie und {E} dahinter.
    Es dauerte {N} Jahre, bis jemand der Sache nachging.
    Andere hatten dasselbe schon versucht und aufgegeben.
    Der Sommer {Y} war lang und trocken.
    So etwas liest man und glaubt es nicht ganz.`),
  memorable: linesOf(`
    {P} trug {N} {A} {O1} durch {L} und ließ sie in einem Raum namens {R} stehen.
    Im Raum mit dem Schild {R} standen {N} {A} {O1}, die {P} aus {L} mitgebracht hatte.
    Auf dem Weg nach {L} fand {P} gleich {N} {A} {O1} und stellte sie unter {R} ins Verzeichnis.
    Als {P} aus {L} zurückkam, lagen {N} {A} {O1} vor der Tür mit der Aufschrift {R}.
    Für {N} {A} {O1} gab {P} in {L} alles her, sogar {R} und Hof.
    Niemand in {L} wusste, warum {P} {N} {A} {O1} besaß, verwahrt unter dem Stichwort {R}.`),
  profile: linesOf(`
    {P} wurde in {L} geboren und verließ die Stadt mit zwanzig Jahren.
    Wer mit {P} gearbeitet hat, erinnert sich vor allem an die Gespräche.
    Im Jahr {Y} zog {P} nach {L} und sprach nie wieder davon.
    „Geplant war nichts davon“, sagt {P} heute.
    Das beste Porträt von {P} hängt in {L}.
    {P} beantwortet jeden Brief von Hand.
    Wenn {P} spricht, wird es still.`),
  naming: linesOf(`
    {P} hatte das schon {Y} gesagt.
    Unter den Gästen war auch {P}.
    Eine Bemerkung von {P} wird bis heute zitiert.`),
  titles: linesOf(`
    {T}: was {L} gelernt hat
    Kleine Geschichte in Bildern: {T}
    {T} und {V0}
    Wozu noch {T}?
    Notizen über {T}
    {T}`),
  profileTitles: linesOf(`
    {P}: ein Leben zwischen {L} und dem Meer
    Ein Nachmittag mit {P}
    {P}
    Die zwei Leben von {P}`),
  plainTitles: linesOf(`
    Ein Spaziergang durch {L}
    Was wir daraus lernten
    Brief aus {L}
    Rückblick auf {Y}
    Von diesem und jenem
    Der lange Heimweg`),
  digestTitles: linesOf(`
    Gelesenes der Woche
    Was wir {Y} lasen
    Kurze Meldungen aus {L}`),
  notes: linesOf(`
    Merken: {A} {O1}, {R}
    Wo waren {A} {O1}, war das {R}?
    Vergleichen mit {R}, auch dort {A} {O1}`),
};
