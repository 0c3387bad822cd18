// French for the quality collection.
import { linesOf, listOf, topicsOf, type Writing, wordsOf } from './writing.ts';

export const french: Writing = {
  lang: 'fr',
  gap: ' ',
  forms: [[0], [1]],
  topics: topicsOf(`
    phare/phares: lampe/lampes, falaise/falaises, gardien/gardiens, brume/brumes, récif/récifs, marin/marins
    glacier/glaciers: crevasse/crevasses, moraine/moraines, vallée/vallées, sommet/sommets, crête/crêtes, avalanche/avalanches
    ruche/ruches: apiculteur/apiculteurs, prairie/prairies, rayon/rayons, reine/reines, fleur/fleurs, bourdon/bourdons
    levain/levains: miche/miches, four/fours, croûte/croûtes, farine/farines, boulanger/boulangers, pâte/pâtes
    télescope/télescopes: miroir/miroirs, galaxie/galaxies, comète/comètes, planète/planètes, lentille/lentilles, observatoire/observatoires
    cathédrale/cathédrales: nef/nefs, vitrail/vitraux, flèche/flèches, pèlerin/pèlerins, voûte/voûtes, sculpteur/sculpteurs
    vaccin/vaccins: anticorps/anticorps, dose/doses, clinique/cliniques, virus/virus, médecin/médecins, épidémie/épidémies
    journal/journaux: rédacteur/rédacteurs, colonne/colonnes, abonné/abonnés, imprimeur/imprimeurs, kiosque/kiosques, censeur/censeurs
    manuscrit/manuscrits: parchemin/parchemins, copiste/copistes, encre/encres, monastère/monastères, marge/marges, reliure/reliures
    volcan/volcans: cratère/cratères, éruption/éruptions, cendre/cendres, lave/laves, géologue/géologues, fumerolle/fumerolles
    bicyclette/bicyclettes: selle/selles, pédale/pédales, roue/roues, cycliste/cyclistes, frein/freins, guidon/guidons
    verger/vergers: pomme/pommes, poire/poires, cidre/cidres, récolte/récoltes, haie/haies, greffe/greffes
    canal/canaux: écluse/écluses, péniche/péniches, batelier/bateliers, berge/berges, digue/digues, barrage/barrages
    violon/violons: archet/archets, corde/cordes, vernis/vernis, luthier/luthiers, sonate/sonates, concert/concerts
    marais/marais: héron/hérons, roseau/roseaux, grenouille/grenouilles, tourbe/tourbes, loutre/loutres, fossé/fossés
    impôt/impôts: salaire/salaires, prix/prix, banque/banques, loyer/loyers, ministre/ministres, dépense/dépenses
    cheval/chevaux: cavalier/cavaliers, étrier/étriers, crinière/crinières, galop/galops, éleveur/éleveurs, bride/brides
    séisme/séismes: faille/failles, secousse/secousses, décombres/décombres, sauveteur/sauveteurs, réplique/répliques, magnitude/magnitudes
    poterie/poteries: argile/argiles, émail/émaux, bol/bols, potier/potiers, anse/anses, cruche/cruches
    vignoble/vignobles: raisin/raisins, cuve/cuves, vendange/vendanges, tonneau/tonneaux, vigneron/vignerons, cépage/cépages
    migraine/migraines: douleur/douleurs, neurologue/neurologues, nausée/nausées, comprimé/comprimés, symptôme/symptômes, crise/crises
    tapisserie/tapisseries: laine/laines, métier/métiers, tisserand/tisserands, licorne/licornes, motif/motifs, trame/trames`),
  firstNames:
    listOf(`Amélie, Étienne, Jérôme, Hélène, Gaspard, Solène, Théodore, Françoise, Anaïs, Régis, Joséphine,
    Cédric, Mathilde, Loïc`),
  surnames:
    listOf(`Lefèvre, Beauchêne, Delacourt, Garçonnet, Montferrand, Pélissier, Roussillon, Thibaudeau, Villeneuve,
    Bérenger, Châtelain, Fontanelle, Guérin-Morvan, Rochambois, Saint-Aubin, Vergniaud`),
  towns:
    listOf(`Quimper, Besançon, Nîmes, Arras, Béziers, Colmar, Honfleur, Limoges, Périgueux, Auxerre, Saumur, Dieppe,
    Bayonne, Vézelay`),
  rooms:
    listOf(`grenier, cave, cuisine, chapelle, atelier, écurie, buanderie, serre, bibliothèque, vestibule, cellier,
    salle de bal`),
  adjectives:
    listOf(`rouges, jaunes, étranges, minuscules, énormes, fragiles, rares, magnifiques, tristes, solides,
    multicolores, immobiles, rustiques, vides`),
  numbers: listOf('trois, quatre, sept, neuf, onze, douze, quatorze, dix-sept, vingt, quarante'),
  objects:
    wordsOf(`lanterne/lanternes, parapluie/parapluies, valise/valises, trompette/trompettes, théière/théières,
    échelle/échelles, chandelier/chandeliers, chapeau/chapeaux, marionnette/marionnettes, tabatière/tabatières,
    boussole/boussoles, matelas/matelas, coffret/coffrets, armoire/armoires, ancre/ancres, couteau/couteaux,
    mappemonde/mappemondes, accordéon/accordéons, bracelet/bracelets, ombrelle/ombrelles, bijou/bijoux,
    tabouret/tabourets`),
  everyday:
    listOf(`la pluie, la rue, la famille, la lettre, le marché, la mairie, le voisinage, le jardin, la soirée,
    la table, le voyage, le dimanche, la mémoire, la patience, le silence, le papier`),
  about: linesOf(`
    Sans {T0}, il n’y aurait ici ni {V1} ni visiteurs.
    Chaque {T0} a ses {V1}, et quelqu’un pour s’en occuper.
    Le mot {T0} figure déjà à la première page, avant tous les autres.
    Entre {T0} et {V0}, il n’y a que quelques pas.
    À {L}, on dit {T0} comme on dit {V0}, sans y penser.
    Aucun {T0} ne ressemble à un autre, dit-on à {L}.
    En {Y}, un seul {T0} restait près de {L}.
    Les {T1} de {L} doivent leur renom aux {V1}.
    Il restait {N} {T1} autour de {L} en {Y}, avec autant de {V1}.
    On parle des {T1} comme si les {V1} ne comptaient pas.
    Nos {T1} coûtent moins que ceux des autres tant que les {V1} tiennent.
    Comment les {T1} sont venus à {L}, personne ne l’a écrit.
    Avec les {T1} arrivent toujours des {V1}, et la suite est connue.
    Les {V1} avaient changé dès {Y}, et tout le reste avec.
    Sur les {V1} de {L}, il existe {N} livres et pas un seul bon.
    Certains laissent les {V1} à ceux qui ont grandi avec.
    Pour chaque {V0}, il faut compter une année entière.`),
  filler: linesOf(`
    Il a plu presque toute la semaine et personne ne s’en plaignait.
    Restait {E}, comme toujours.
    À {L}, on raconte encore la chose autrement.
    C’était en {Y}, et {E} comptait davantage.
    Il y aurait plus à dire, mais pas ici.
    Je suis rentré le long de la rivière en pensant à autre chose.
    La moitié de ce qu’on entend sur {L} est fausse.
    Dès {Y}, presque tout était reconstruit.
    Le reste est une question de temps et de soin.
    Un vieil ami m’en a parlé et a joint une carte.
    Rien de cela n’était prévu, et pourtant tout alla bien.
    On y va en autocar, mais il faut la matinée.
    Le rapport de {Y} compte {N} cas et n’en explique aucun.
    Peut-être que {E} est un mauvais début.
    Ils fermèrent la porte et ne dirent plus rien.
    Le dimanche, la ville est calme, hormis les cloches.
    Il reste une photographie, et {E} derrière elle.
    Il fallut {N} ans avant que quelqu’un s’en occupe.
    D’autres avaient essayé avant et renoncé.
    L’été de {Y} fut long et sec.
    On lit ces choses et on n’y croit pas tout à fait.`),
  memorable: linesOf(`
    {P} porta {N} {O1} {A} à travers {L}, côté {R}.
    Côté {R} se trouvaient {N} {O1} {A} que {P} avait rapportés de {L}.
    Sur la route de {L}, {P} trouva {N} {O1} {A}, rangés sous le mot {R}.
    Quand {P} revint de {L}, {N} {O1} {A} attendaient côté {R}.
    Pour {N} {O1} {A}, {P} donna tout à {L}, {R} comprise ou non.
    Nul à {L} ne savait pourquoi {P} gardait {N} {O1} {A} côté {R}.`),
  profile: linesOf(`
    {P} naquit à {L} et quitta la ville à vingt ans.
    Ceux qui ont travaillé avec {P} se souviennent surtout des conversations.
    En {Y}, {P} partit pour {L} et n’en parla plus jamais.
    « Je n’avais rien prévu », dit aujourd’hui {P}.
    Le meilleur portrait de {P} se trouve à {L}.
    {P} répond à chaque lettre à la main.
    Quand {P} parle, on se tait.`),
  naming: linesOf(`
    {P} l’avait déjà dit en {Y}.
    Parmi les invités se trouvait aussi {P}.
    Une remarque de {P} est citée encore aujourd’hui.`),
  titles: linesOf(`
    {T} : ce que {L} a appris
    Petite histoire en images : {T}
    {T} et {V0}
    Pourquoi encore parler de {T}
    Notes : {T}
    {T}`),
  profileTitles: linesOf(`
    {P} : une vie entre {L} et la mer
    Un après-midi avec {P}
    {P}
    Les deux vies de {P}`),
  plainTitles: linesOf(`
    Promenade à {L}
    Ce que nous avons appris
    Lettre de {L}
    Retour sur {Y}
    De choses et d’autres
    Le long chemin du retour`),
  digestTitles: linesOf(`
    Lectures de la semaine
    Ce que nous lisions en {Y}
    Brèves de {L}`),
  notes: linesOf(`
    À retenir : {O1} {A}, {R}
    Où étaient ces {O1} {A}, côté {R} ?
    Comparer avec {R}, là aussi des {O1} {A}`),
};
