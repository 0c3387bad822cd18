// Spanish for the quality collection.
import { linesOf, listOf, topicsOf, type Writing, wordsOf } from './writing.ts';

export const spanish: Writing = {
  lang: 'es',
  gap: ' ',
  forms: [[0], [1]],
  topics: topicsOf(`
    faro/faros: lámpara/lámparas, acantilado/acantilados, niebla/nieblas, arrecife/arrecifes, marinero/marineros, muelle/muelles
    glaciar/glaciares: grieta/grietas, morrena/morrenas, valle/valles, cumbre/cumbres, alud/aludes, collado/collados
    colmena/colmenas: apicultor/apicultores, enjambre/enjambres, panal/panales, pradera/praderas, reina/reinas, zumbido/zumbidos
    panadería/panaderías: hogaza/hogazas, horno/hornos, corteza/cortezas, harina/harinas, masa/masas, levadura/levaduras
    telescopio/telescopios: espejo/espejos, galaxia/galaxias, cometa/cometas, planeta/planetas, lente/lentes, observatorio/observatorios
    catedral/catedrales: nave/naves, campanario/campanarios, peregrino/peregrinos, bóveda/bóvedas, cantero/canteros, retablo/retablos
    vacuna/vacunas: anticuerpo/anticuerpos, dosis/dosis, clínica/clínicas, virus/virus, enfermera/enfermeras, ensayo/ensayos
    submarino/submarinos: periscopio/periscopios, torpedo/torpedos, casco/cascos, capitán/capitanes, tripulación/tripulaciones, escotilla/escotillas
    manuscrito/manuscritos: pergamino/pergaminos, copista/copistas, tinta/tintas, monasterio/monasterios, margen/márgenes, códice/códices
    volcán/volcanes: cráter/cráteres, erupción/erupciones, ceniza/cenizas, lava/lavas, geólogo/geólogos, fumarola/fumarolas
    bicicleta/bicicletas: sillín/sillines, pedal/pedales, rueda/ruedas, ciclista/ciclistas, cadena/cadenas, freno/frenos
    olivar/olivares: aceituna/aceitunas, almazara/almazaras, cosecha/cosechas, jornalero/jornaleros, rama/ramas, prensa/prensas
    canción/canciones: estribillo/estribillos, guitarra/guitarras, cantante/cantantes, verso/versos, melodía/melodías, compás/compases
    violín/violines: arco/arcos, cuerda/cuerdas, barniz/barnices, sonata/sonatas, concierto/conciertos, orquesta/orquestas
    humedal/humedales: garza/garzas, junco/juncos, rana/ranas, nutria/nutrias, acequia/acequias, laguna/lagunas
    impuesto/impuestos: salario/salarios, precio/precios, banco/bancos, alquiler/alquileres, ministro/ministros, deuda/deudas
    ajedrez/ajedreces: peón/peones, alfil/alfiles, apertura/aperturas, torneo/torneos, torre/torres, tablero/tableros
    terremoto/terremotos: falla/fallas, temblor/temblores, escombro/escombros, rescatista/rescatistas, réplica/réplicas, sismógrafo/sismógrafos
    cerámica/cerámicas: arcilla/arcillas, esmalte/esmaltes, cuenco/cuencos, alfarero/alfareros, asa/asas, vasija/vasijas
    ferrocarril/ferrocarriles: locomotora/locomotoras, andén/andenes, túnel/túneles, vagón/vagones, maquinista/maquinistas, horario/horarios
    jaqueca/jaquecas: dolor/dolores, neurólogo/neurólogos, náusea/náuseas, pastilla/pastillas, síntoma/síntomas, receta/recetas
    pingüino/pingüinos: témpano/témpanos, polluelo/polluelos, pluma/plumas, foca/focas, colonia/colonias, bahía/bahías`),
  firstNames:
    listOf(`Begoña, Álvaro, Concepción, Joaquín, Lucía, Martín, Inés, Sebastián, Rocío, Agustín, Paloma, Íñigo,
    Remedios, Víctor`),
  surnames:
    listOf(`Arístegui, Ibáñez, Castañeda, Montalbán, Echevarría, Villalobos, Peñalver, Quiñones, Santisteban,
    Ordóñez, Zabaleta, Benavides, Carvajal, Figueroa, Márquez-Leal, Urdaneta`),
  towns:
    listOf(`Cádiz, Logroño, Cáceres, Úbeda, Ronda, Teruel, Zamora, Lugo, Cuenca, Tarifa, Ávila, Huesca, Almería,
    Gijón`),
  rooms:
    listOf(`desván, bodega, despensa, sacristía, taller, establo, lavadero, invernadero, biblioteca, patio, granero,
    salón de baile`),
  adjectives:
    listOf(`verdes, azules, enormes, grises, tristes, fuertes, frágiles, inútiles, iguales, elegantes,
    brillantes, gigantes, humildes, invisibles`),
  numbers: listOf('tres, cuatro, siete, nueve, once, doce, catorce, diecisiete, veinte, cuarenta'),
  objects:
    wordsOf(`farol/faroles, paraguas/paraguas, maleta/maletas, trompeta/trompetas, tetera/teteras,
    escalera/escaleras, tapiz/tapices, candelabro/candelabros, sombrero/sombreros, marioneta/marionetas, barril/barriles,
    brújula/brújulas, colchón/colchones, dedal/dedales, armario/armarios, ancla/anclas, navaja/navajas, postal/postales,
    globo/globos, acordeón/acordeones, sombrilla/sombrillas, collar/collares`),
  everyday:
    listOf(`el dinero, la lluvia, la calle, la familia, la carta, el mercado, el vecindario, el jardín, la tarde,
    la mesa, el viaje, el domingo, la memoria, la paciencia, el silencio, el papel`),
  about: linesOf(`
    Sin {T0} no habría aquí ni {V1} ni visitantes.
    Cada {T0} tiene sus {V1} y alguien que los cuida.
    La palabra {T0} figura ya en la primera página, antes que las demás.
    Entre {T0} y {V0} hay apenas unos pasos.
    En {L} dicen {T0} como quien dice {V0}, sin pensarlo.
    Ya en {Y} se hablaba de otro {T0} cerca de {L}.
    Por cada {T0} hay en {L} más de una historia.
    Para muchos, {T1} y {V1} son la misma cosa.
    Quedaban {N} {T1} alrededor de {L} en {Y}, con otras tantas {V1}.
    Se habla de {T1} como si de {V1} no hubiera nada que decir.
    Sus {T1} cuestan menos que los de otros mientras duran las {V1}.
    Cómo llegaron tales {T1} a {L} no consta en ninguna parte.
    Con tantos {T1} vienen siempre {V1}, y lo demás ya se sabe.
    Todo había cambiado en {Y}, también lo de {V1}.
    Acerca de {V1} hay en {L} {N} libros y ninguno bueno.
    Algunos dejan {V1} y demás a quienes crecieron con ello.
    Por cada {V0} hay que contar un año entero.`),
  filler: linesOf(`
    Llovió casi toda la semana y a nadie le importó.
    Quedaba {E}, como siempre.
    En {L} todavía lo cuentan de otra manera.
    Eso fue en {Y}, y {E} importaba más.
    Habría más que decir, pero no aquí.
    Volví a casa por la orilla del río pensando en otra cosa.
    La mitad de lo que se oye de {L} no es verdad.
    Hacia {Y} casi todo estaba reconstruido.
    Lo demás es cuestión de tiempo y de cuidado.
    Un viejo amigo me escribió sobre ello y adjuntó un mapa.
    Nada de esto estaba previsto, y sin embargo salió bien.
    Se llega en autobús, aunque se tarda toda la mañana.
    El informe de {Y} cuenta {N} casos y no explica ninguno.
    Quizá {E} sea un mal comienzo.
    Cerraron la puerta y no dijeron nada más.
    Los domingos la ciudad está tranquila, salvo las campanas.
    Queda una fotografía, y {E} detrás de ella.
    Pasaron {N} años hasta que alguien se ocupó del asunto.
    Otros lo habían intentado antes y lo dejaron.
    El verano de {Y} fue largo y seco.
    Uno lee esas cosas y no las cree del todo.`),
  memorable: linesOf(`
    {P} llevó {N} {O1} {A} por {L} hasta dar con {R} y puerta.
    Junto al letrero {R} había {N} {O1} {A} que {P} trajo de {L}.
    Camino de {L}, {P} encontró {N} {O1} {A} y los anotó bajo {R}.
    Cuando {P} volvió de {L}, {N} {O1} {A} esperaban junto al letrero {R}.
    Por {N} {O1} {A} entregó {P} cuanto tenía en {L}, {R} y llaves.
    Nadie en {L} sabía por qué {P} guardaba {N} {O1} {A} bajo el nombre {R}.`),
  profile: linesOf(`
    {P} nació en {L} y dejó la ciudad a los veinte años.
    Quienes trabajaron con {P} recuerdan sobre todo las conversaciones.
    En {Y} {P} se mudó a {L} y no volvió a hablar de ello.
    «Nada de esto estaba planeado», dice hoy {P}.
    El mejor retrato de {P} cuelga en {L}.
    {P} responde cada carta a mano.
    Cuando {P} habla, la sala calla.`),
  naming: linesOf(`
    {P} ya lo había dicho en {Y}.
    Entre los invitados estaba también {P}.
    Una observación de {P} se cita hasta hoy.`),
  titles: linesOf(`
    {T}: lo que {L} aprendió
    Breve historia en imágenes: {T}
    {T} y {V0}
    Por qué hablar todavía de {T}
    Apuntes: {T}
    {T}`),
  profileTitles: linesOf(`
    {P}: una vida entre {L} y el mar
    Una tarde con {P}
    {P}
    Las dos vidas de {P}`),
  plainTitles: linesOf(`
    Un paseo por {L}
    Lo que aprendimos
    Carta desde {L}
    Mirada atrás: {Y}
    De esto y de aquello
    El largo camino a casa`),
  digestTitles: linesOf(`
    Lecturas de la semana
    Lo que leímos en {Y}
    Noticias breves de {L}`),
  notes: linesOf(`
    Recordar: {O1} {A}, {R}
    ¿Dónde estaban esos {O1} {A}, en {R}?
    Comparar con {R}, también allí {O1} {A}`),
};
