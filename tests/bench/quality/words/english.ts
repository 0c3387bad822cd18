// English for the quality collection.
import { linesOf, listOf, topicsOf, type Writing, wordsOf } from './writing.ts';

export const english: Writing = {
  lang: 'en',
  gap: ' ',
  forms: [[0], [1]],
  topics: topicsOf(`
    lighthouse/lighthouses: lamp/lamps, cliff/cliffs, keeper/keepers, fog/fogs, reef/reefs, sailor/sailors
    glacier/glaciers: crevasse/crevasses, moraine/moraines, valley/valleys, meltwater/meltwaters, ridge/ridges, summit/summits
    beekeeper/beekeepers: hive/hives, swarm/swarms, honeycomb/honeycombs, meadow/meadows, queen/queens, blossom/blossoms
    sourdough/sourdoughs: loaf/loaves, oven/ovens, crust/crusts, flour/flours, starter/starters, baker/bakers
    telescope/telescopes: mirror/mirrors, galaxy/galaxies, observatory/observatories, comet/comets, eyepiece/eyepieces, planet/planets
    cathedral/cathedrals: nave/naves, organ/organs, mason/masons, spire/spires, vault/vaults, pilgrim/pilgrims
    vaccine/vaccines: antibody/antibodies, dose/doses, clinic/clinics, virus/viruses, nurse/nurses, trial/trials
    submarine/submarines: periscope/periscopes, torpedo/torpedoes, hull/hulls, captain/captains, sonar/sonars, crew/crews
    manuscript/manuscripts: parchment/parchments, scribe/scribes, ink/inks, monastery/monasteries, margin/margins, binding/bindings
    volcano/volcanoes: crater/craters, eruption/eruptions, ash/ashes, lava/lavas, magma/magmas, geologist/geologists
    bicycle/bicycles: saddle/saddles, pedal/pedals, wheel/wheels, cyclist/cyclists, lane/lanes, chain/chains
    orchard/orchards: apple/apples, cider/ciders, grafting/graftings, harvest/harvests, pear/pears, hedge/hedges
    compiler/compilers: parser/parsers, syntax/syntaxes, loop/loops, register/registers, programmer/programmers, bug/bugs
    violin/violins: bow/bows, string/strings, varnish/varnishes, luthier/luthiers, sonata/sonatas, concert/concerts
    wetland/wetlands: heron/herons, reed/reeds, marsh/marshes, frog/frogs, dyke/dykes, otter/otters
    inflation/inflations: wage/wages, price/prices, bank/banks, rent/rents, economist/economists, budget/budgets
    chess/chess: pawn/pawns, bishop/bishops, opening/openings, endgame/endgames, tournament/tournaments, rook/rooks
    earthquake/earthquakes: fault/faults, tremor/tremors, rubble/rubbles, seismograph/seismographs, rescuer/rescuers, magnitude/magnitudes
    pottery/potteries: kiln/kilns, glaze/glazes, clay/clays, bowl/bowls, potter/potters, handle/handles
    railway/railways: locomotive/locomotives, platform/platforms, signalman/signalmen, timetable/timetables, tunnel/tunnels, carriage/carriages
    migraine/migraines: headache/headaches, neurologist/neurologists, aura/auras, trigger/triggers, pill/pills, symptom/symptoms
    falconry/falconries: falcon/falcons, glove/gloves, feather/feathers, prey/preys, hood/hoods, perch/perches`),
  firstNames:
    listOf(`Margaret, Peter, Oliver, Harriet, Samuel, Beatrice, Thomas, Eleanor, Duncan, Florence, Gareth,
    Imogen, Zoë, Siân`),
  surnames:
    listOf(`Ashdown, Whitcombe, Fairweather, Lockhart, Penhaligon, Thornbury, Brontlow, Kettering, Marchmont,
    Ravenscroft, Tolliver, Hollingworth, Carmichael, Wetherby, Sinclair-Moss, O’Rourke`),
  towns:
    listOf(`Whitby, Aberdeen, Falmouth, Ludlow, Galway, Durham, Halifax, Penzance, Inverness, Swansea, Norwich,
    Kendal, Lancaster, Ballycastle`),
  rooms:
    listOf(`attic, cellar, pantry, vestry, workshop, stable, scullery, boathouse, ballroom, greenhouse, courtyard,
    waiting room`),
  adjectives:
    listOf(`crimson, broken, velvet, rusty, painted, silver, crooked, hollow, forgotten, borrowed, striped,
    wooden, enormous, embroidered`),
  numbers: listOf('three, four, seven, nine, eleven, twelve, fourteen, seventeen, twenty, forty'),
  objects:
    wordsOf(`lantern/lanterns, umbrella/umbrellas, suitcase/suitcases, trumpet/trumpets, teapot/teapots,
    ladder/ladders, tapestry/tapestries, candlestick/candlesticks, typewriter/typewriters, puppet/puppets,
    barrel/barrels, compass/compasses, mattress/mattresses, thimble/thimbles, wardrobe/wardrobes, anchor/anchors,
    penknife/penknives, postcard/postcards, globe/globes, accordion/accordions, parasol/parasols, bracelet/bracelets`),
  everyday:
    listOf(`money, weather, neighbours, school, paper, evening, money, habit, garden, street, letter, kitchen,
    council, newspaper, family, market`),
  about: linesOf(`
    Nobody who has seen a {T0} up close forgets the {V0} beside it.
    Every {T0} needs its {V1}, and somebody who looks after them.
    The {T0} in {L} is older than the {V0} that made it known.
    In {Y} a second {T0} was planned near {L}, but the {V1} never came.
    What makes a good {T0} is a question of the {V0}, people say in {L}.
    Without the {T0} there would be no {V1} here at all.
    The word {T0} stands on the first page, long before any {V0} is named.
    Most {T1} depend on their {V1} more than on money.
    There were {N} {T1} around {L} in {Y}, and each had its own {V0}.
    People write about {T1} as if the {V0} did not matter.
    Old {T1} are cheaper to keep than new ones, as long as the {V1} hold.
    We know of {T1} without a single {V0}, but they are rare.
    Between {T1} and their {V1} there is a long story, told best in {L}.
    How {T1} came to {L} is not written down anywhere.
    The {V1} had changed by {Y}, and with them the whole trade.
    A {V0} is worth more than {N} books about it.
    Some {V1} are best left to those who grew up with a {V0}.
    Whoever asks about the {V0} is sent to {L} and back again.`),
  filler: linesOf(`
    It rained for most of the week, and nobody minded.
    The {E} was a matter for others, as it always had been.
    In {L} they still tell the story differently.
    That was in {Y}, when {E} was hard to come by.
    There is more to say about the {E}, but not here.
    I walked home along the river and thought about the {E}.
    Half of what one hears about {L} is not true.
    By {Y} almost everything had been rebuilt.
    The rest is a question of time, patience and {E}.
    An old friend wrote to me about it and enclosed a map.
    Nothing of this was planned, and yet it went well.
    You can get there by bus, though it takes the whole morning.
    The report of {Y} counts {N} cases and explains none of them.
    Perhaps the {E} is the wrong place to begin.
    They closed the door behind them and said no more.
    On Sundays the town is quiet, except for the bells.
    What remains is a photograph, and the {E} behind it.
    It took {N} years until somebody looked into the matter.
    For the {E} this meant very little.
    Others had tried the same before and given up.
    The summer of {Y} was long and dry.
    One reads such things and does not quite believe them.`),
  memorable: linesOf(`
    {P} carried {N} {A} {O1} from the {R} through the streets of {L}.
    In the {R} stood {N} {A} {O1} that {P} had brought from {L}.
    On the way to {L} {P} found {N} {A} {O1} behind the {R}.
    {N} {A} {O1} hung in the {R} when {P} came back from {L}.
    For {N} {A} {O1} {P} gave away the whole {R} in {L}.
    Nobody in {L} knew why {P} kept {N} {A} {O1} in the {R}.`),
  profile: linesOf(`
    {P} was born in {L} and left the town at the age of twenty.
    Those who worked with {P} remember the {E} above all.
    In {Y} {P} moved to {L} and never spoke of it again.
    “I never planned any of this,” says {P} today.
    The best portrait of {P} hangs in {L}.
    {P} answers every letter by hand.
    When {P} speaks, the room grows quiet.`),
  naming: linesOf(`
    {P} had said so already in {Y}.
    Among the guests was {P}, too.
    A remark of {P} is quoted to this day.`),
  titles: linesOf(`
    {T}: what {L} has learned
    A short history of {T}
    {T} and the {V0}
    Why {T} still matter in {L}
    Notes on {T}
    {T}`),
  profileTitles: linesOf(`
    {P}: a life between {L} and the sea
    An afternoon with {P}
    {P}
    The two lives of {P}`),
  plainTitles: linesOf(`
    A walk around {L}
    What the {E} taught us
    Letter from {L}
    Looking back at {Y}
    On {E} and other matters
    The long way home`),
  digestTitles: linesOf(`
    Links of the week
    What we read in {Y}
    Short notices from {L}`),
  notes: linesOf(`
    Remember the {A} {O0} in the {R}
    Ask about the {A} {O0}, was it the {R}?
    Compare with the {O0} from the {R}, equally {A}`),
};
