import type { Language } from '../../core/model/language.ts';
import { englishWords } from './english.ts';
import { welshWords } from './welsh.ts';

/**
 * Left out: words that frighten, blame or speak of police, weapons, illness or desire; American spellings; and, for the
 * check of a return code, one of each two words that a slip of one letter makes into one another unnoticed.
 */
const englishReplacements = `
  abandon:papaya abuse:unicorn accident:upbeat accuse:nuthatch addict:lemur afraid:llama alarm:narwhal alcohol:okapi
  alone:osprey anger:ibis angry:jonquil anxiety:kestrel apology:koala armed:ocelot army:rhino around:trousers
  arrest:tapir assault:toucan attack:wagtail away:trowel awful:wigwam badge:wharf battle:jersey betray:yogurt
  better:truffle bitter:lasso blade:vanilla blame:nomad blast:oboe bleak:onyx blind:pagoda blood:palette body:ruby
  bomb:scroll broken:sundae bullet:swirl burden:tadpole cage:tarragon cannon:tiara caution:topsoil chaos:tugboat
  chase:tundra chief:tulip color:colour control:vinegar couple:walrus crash:whirl crazy:yodel crime:snug cruel:grotto
  crush:plinth cry:bobbin damage:anvil danger:apron debris:aroma defense:defence denial:azure deny:atrium deputy:bagel
  despair:bakery destroy:beaver detect:beetle dirt:biscuit disease:blazer dismiss:bonfire disorder:bonnet
  divorce:botany dizzy:bouquet dumb:bramble dwarf:buckle embrace:bugle enemy:bunting enforce:calico enroll:enrol
  erode:caramel erosion:cedar error:ceramic escape:chisel evidence:cider evil:cipher execute:citrus exhaust:cobbler
  exile:cuckoo expire:crayon expose:cymbal false:daffodil fantasy:dahlia fat:daisy fatal:damson fatigue:dewdrop
  fault:dormouse favorite:favourite fever:dumpling fiber:fibre fiction:eclipse flavor:flavour flee:falcon foil:fennel
  force:flannel fury:flute garbage:foliage gasp:fondue ghost:freckle gossip:fudge grab:furrow grief:glacier
  guilt:goblet gun:gusto harbor:harbour harsh:haddock hazard:hamlet hidden:harmony horror:hazel hospital:hickory
  humor:humour hunt:hopscotch hurt:icicle husband:igloo ignore:infinity ill:jasmine illegal:jigsaw illness:kayak
  inflict:kipper inject:knapsack injury:ladle inmate:lagoon innocent:lantern insane:lattice jealous:lavender
  joke:lentil judge:lichen junk:lilac kick:linen kiss:lotus knife:lozenge labor:labour law:lullaby lawsuit:lupin
  lazy:macaroni legal:mackerel liar:magpie license:licence lonely:marmalade love:marzipan mad:mascot mercy:mineral
  misery:minnow mistake:minstrel mom:mum monster:molasses naive:motto nasty:mosaic neglect:muesli never:mulberry
  nuclear:nectar obey:nimble odor:odour orphan:nougat panic:nutmeg patrol:oasis penalty:oatmeal pig:octagon
  pistol:omelette police:paisley poverty:pancake prison:pansy problem:parcel program:programme punch:pasta
  rebel:pavilion regret:pebble reject:pecan report:pewter resist:pickle rifle:pigment riot:pineapple risk:pistachio
  rival:pixel romance:plaza rude:plover sad:polka sadness:pollen satoshi:porridge scare:prism search:quail
  secret:quill sheriff:quince shock:raffle shoot:rafter shove:rambler sick:raspberry siege:ravine silly:reindeer
  skull:rhubarb slam:robin soldier:rowan spy:rucksack strike:rustic struggle:saffron stumble:sapling subject:sapphire
  submit:sardine suffer:satchel suspect:savoury swear:scarf sword:scooter symptom:seagull target:seahorse
  tobacco:seaweed tragic:sesame trap:shamrock trash:sherbet trial:shoal trick:skylark trigger:slipper trouble:slope
  ugly:snippet unable:soprano unaware:sorbet unfair:spruce unhappy:stencil uniform:sultana upset:sunflower
  urge:sycamore useless:tandem vanish:tangerine vapor:vapour vicious:tartan virus:tassel warfare:teapot
  warrior:teaspoon weapon:telescope weird:terrace whip:thimble wife:thrush witness:tinsel worry:trellis wreck:tricycle
  wrestle:trifle wrong:trombone
`;

const welshReplacements = `
  anwesu:briallu brys:onnen cardota:piano chwalu:tegell chwilio:ffenigl chwyldro:twndis chwyrnu:bedwen clymu:moron
  colled:ywen crac:trombon crynu:eirlys cuddfan:meillion cydwybod:ciwcymbr cyfyngu:pianydd cyllell:saffrwm
  cysgodi:basil deddf:bananau deniadol:criafolen denu:baswn dolur:fioled drylliog:sielo dyled:hadau erchwyn:masarnen
  esgus:gwdihw gwacter:mochyn gwarant:petryal gwared:gwinwydd gweiddi:ysguthan gwthio:trwmped gwylio:ionawr
  gwyliwr:chwefror haint:sadwrn helfa:gwinllan heliwr:tegeirian larwm:gwener llym:mercher magl:gaeaf marsial:awst
  meistr:ceunant meistroli:brocoli methu:cranc mwgwd:jiraff olrhain:cangarw pennaeth:tachwedd perthynas:madfall
  prawf:afalau rheoli:nadolig rhwbio:mango rhwymo:cacennau smalio:cimwch swyddog:hebog swynol:hirgrwn syllu:gwernen
  tanio:mehefin taniwr:ebrill tawelu:bresych tawelwch:sbigoglys tawelwr:rhosmari torri:gwalch treiddio:sgarff
  trist:drudwy unig:rhagfyr ymchwilio:mwyalchen ysbyty:ysgawen
`;

function withReplacements(words: readonly string[], replacements: string): readonly string[] {
  const others = new Map(
    replacements
      .trim()
      .split(/\s+/u)
      .map((pair): readonly [string, string] => {
        const [word = '', other = ''] = pair.split(':');
        return [word, other];
      }),
  );
  return words.map((word) => others.get(word) ?? word);
}

/** Eleven bits each. Never changed: people have written them down. */
export const returnCodeWords: Readonly<Record<Language, readonly string[]>> = {
  en: withReplacements(englishWords, englishReplacements),
  cy: withReplacements(welshWords, welshReplacements),
};
