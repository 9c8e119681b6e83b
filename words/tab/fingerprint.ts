import type { Words } from '../word.ts';

/** Fingerprints of keys: as words that are read aloud, and compared by pasting. */
export const fingerprintWords = {
  'fingerprint.inWords': { en: 'In words', cy: 'Mewn geiriau' },
  'fingerprint.inWordsOf': { en: 'In words: {name}', cy: 'Mewn geiriau: {name}' },
  'fingerprint.english': { en: 'In English words:', cy: 'Mewn geiriau Saesneg:' },
  'fingerprint.welsh': { en: 'In Welsh words:', cy: 'Mewn geiriau Cymraeg:' },
  'fingerprint.vouched': {
    en: 'A colleague who holds the group’s key has compared this fingerprint.',
    cy: 'Mae cydweithiwr sydd ag allwedd y grŵp wedi cymharu’r olion bys hyn.',
  },
  'fingerprint.unvouched': {
    en: 'Nobody who holds the group’s key vouches for this fingerprint. Notes for this person alone are not sealed to it. Compare it with them, then wrap the key.',
    cy: 'Nid oes neb sydd ag allwedd y grŵp yn tystio i’r olion bys hyn. Nid yw nodiadau i’r person hwn yn unig yn cael eu selio iddynt. Cymharwch nhw gyda’r person, yna lapiwch yr allwedd.',
  },
  'fingerprint.changed': {
    en: 'This is not the fingerprint that a colleague compared. Somebody may have put a key of their own in its place. Ask the person, by phone or in person, and tell the operators and your head of unit unless they have made a new key.',
    cy: 'Nid dyma’r olion bys y gwnaeth cydweithiwr eu cymharu. Efallai fod rhywun wedi rhoi ei allwedd ei hun yn lle’r llall. Gofynnwch i’r person, dros y ffôn neu wyneb yn wyneb, a dywedwch wrth y gweithredwyr a phennaeth eich uned oni bai bod y person wedi gwneud allwedd newydd.',
  },
  'fingerprint.assigneeChanged': {
    en: 'The key that the server lists for the person the case is with is not the one that a colleague compared. Somebody may have put a key of their own in its place. Nothing was sent: ask the person for their fingerprint, by phone or in person, and tell the operators and your head of unit.',
    cy: 'Nid yr allwedd y mae’r gweinydd yn ei henwi ar gyfer y person sydd â’r achos yw’r un y gwnaeth cydweithiwr ei chymharu. Efallai fod rhywun wedi rhoi ei allwedd ei hun yn ei lle. Nid anfonwyd dim: gofynnwch i’r person am ei olion bys, dros y ffôn neu wyneb yn wyneb, a dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.assigneeUnvouched': {
    en: 'Nobody who holds the group’s key vouches for the key of the person the case is with. Nothing was sent: on the page “Keys”, compare its fingerprint with them and wrap the group’s key for it, then try again.',
    cy: 'Nid oes neb sydd ag allwedd y grŵp yn tystio i allwedd y person sydd â’r achos. Nid anfonwyd dim: ar y dudalen “Allweddi”, cymharwch ei holion bys gyda’r person a lapiwch allwedd y grŵp ar ei chyfer, yna rhowch gynnig arall arni.',
  },
  'fingerprint.listRefused': {
    en: 'The list of keys that the server names was not signed at the key ceremony. Somebody may have put a key of their own into it. Nothing was sent: tell the operators and your head of unit.',
    cy: 'Ni lofnodwyd y rhestr o allweddi y mae’r gweinydd yn eu henwi yn seremoni’r allweddi. Efallai fod rhywun wedi rhoi ei allwedd ei hun ynddi. Nid anfonwyd dim: dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.listOlder': {
    en: 'The server names an older list of keys than it named before. Somebody may have put it back. Nothing was sent: tell the operators and your head of unit.',
    cy: 'Mae’r gweinydd yn enwi rhestr hŷn o allweddi na’r un a enwodd o’r blaen. Efallai fod rhywun wedi’i rhoi yn ei hôl. Nid anfonwyd dim: dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.listSigned': {
    en: 'This list was signed at the key ceremony on {on}.',
    cy: 'Llofnodwyd y rhestr hon yn seremoni’r allweddi ar {on}.',
  },
  'fingerprint.listUnchecked': {
    en: 'This page was built without a key that signs this list, so it cannot tell whether somebody has changed it. Compare the fingerprints with those on paper.',
    cy: 'Adeiladwyd y dudalen hon heb allwedd sy’n llofnodi’r rhestr hon, felly ni all ddweud a yw rhywun wedi’i newid. Cymharwch yr olion bys â’r rhai ar bapur.',
  },
  'fingerprint.title': { en: 'Compare a fingerprint', cy: 'Cymharu olion bys' },
  'fingerprint.why': {
    en: 'Paste or type a fingerprint that you have from paper or from a person, and this page says which key on it has the same. Digits, words in either language and whole public halves will do.',
    cy: 'Gludwch neu teipiwch olion bys sydd gennych ar bapur neu gan berson, ac mae’r dudalen hon yn dweud pa allwedd arni sydd â’r un rhai. Gallwch roi digidau, geiriau yn y naill iaith neu’r llall, neu hanner cyhoeddus cyfan.',
  },
  'fingerprint.given': { en: 'Fingerprint (required)', cy: 'Olion bys (gofynnol)' },
  'fingerprint.compare': { en: 'Compare', cy: 'Cymharu' },
  'fingerprint.unreadable': {
    en: 'This is no fingerprint. It has 32 digits and letters from a to f, or twelve words. A word may have been heard or copied wrong.',
    cy: 'Nid olion bys yw hyn. Mae ganddynt 32 o ddigidau a llythrennau o a i f, neu ddeuddeg gair. Efallai y cafodd gair ei glywed neu ei gopïo’n anghywir.',
  },
  'fingerprint.same': { en: 'It is the same as: {names}.', cy: 'Mae’r un fath â: {names}.' },
  'fingerprint.sameBeginning': {
    en: 'It is an earlier, shorter form, and the same as the beginning of: {names}. Write the whole of it down now.',
    cy: 'Mae’n ffurf gynharach, fyrrach, ac yr un fath â dechrau: {names}. Ysgrifennwch y cyfan i lawr nawr.',
  },
  'fingerprint.none': {
    en: 'No key on this page has it. If it is to be one of these, seal nothing, and tell the operators and your head of unit.',
    cy: 'Nid oes allwedd â’r olion bys hyn ar y dudalen hon. Os un o’r rhain ddylai fod, peidiwch â selio dim, a dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
} as const satisfies Words<'fingerprint'>;
