import type { Words } from '../word.ts';

/** Fingerprints of keys: as words that are read aloud, and compared by pasting. */
export const fingerprintWords = {
  'fingerprint.inWords': { en: 'Show in words', cy: 'Dangos mewn geiriau' },
  'fingerprint.inWordsOf': { en: 'Show in words: {name}', cy: 'Dangos mewn geiriau: {name}' },
  'fingerprint.english': { en: 'In English words:', cy: 'Mewn geiriau Saesneg:' },
  'fingerprint.welsh': { en: 'In Welsh words:', cy: 'Mewn geiriau Cymraeg:' },
  'fingerprint.vouched': {
    en: 'A colleague who has the group’s key has checked this security code.',
    cy: 'Mae cydweithiwr sydd ag allwedd y grŵp wedi gwirio’r cod diogelwch hwn.',
  },
  'fingerprint.unvouched': {
    en: 'Nobody who has the group’s key has checked this security code, so notes that only this person may read are not encrypted to this key. Check the code with the person, then give them the group’s key.',
    cy: 'Nid oes neb sydd ag allwedd y grŵp wedi gwirio’r cod diogelwch hwn, felly ni chaiff nodiadau i’r person hwn yn unig eu hamgryptio â’r allwedd hon. Gwiriwch y cod gyda’r person, yna rhowch allwedd y grŵp i’r person hwnnw.',
  },
  'fingerprint.changed': {
    en: 'This is not the security code that a colleague checked. Someone may have put a key of their own in its place. Ask the person, by phone or in person, if they have made a new key. If they have not, tell the operators and your head of unit.',
    cy: 'Nid dyma’r cod diogelwch y gwnaeth cydweithiwr ei wirio. Efallai fod rhywun wedi rhoi ei allwedd ei hun yn lle’r llall. Gofynnwch i’r person, dros y ffôn neu wyneb yn wyneb, a yw wedi gwneud allwedd newydd. Os nad yw, dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.assigneeChanged': {
    en: 'The key that the server lists for the person the case is with is not the one that a colleague checked. Someone may have put a key of their own in its place. Nothing was sent. Ask the person for their security code, by phone or in person, and tell the operators and your head of unit.',
    cy: 'Nid yr allwedd sydd ar restr y gweinydd ar gyfer y person sydd â’r achos yw’r un y gwnaeth cydweithiwr ei gwirio. Efallai fod rhywun wedi rhoi ei allwedd ei hun yn ei lle. Nid anfonwyd dim. Gofynnwch i’r person am ei god diogelwch, dros y ffôn neu wyneb yn wyneb, a dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.assigneeUnvouched': {
    en: 'The case is with someone whose key has not been checked by anyone who has the group’s key. Nothing was sent. On the page “Keys”, check the security code of that key with the person and give them the group’s key, then try again.',
    cy: 'Nid oes neb sydd ag allwedd y grŵp wedi gwirio allwedd y person sydd â’r achos. Nid anfonwyd dim. Ar y dudalen “Allweddi”, gwiriwch god diogelwch yr allwedd honno gyda’r person a rhowch allwedd y grŵp i’r person hwnnw, yna rhowch gynnig arall arni.',
  },
  'fingerprint.listRefused': {
    en: 'The server’s list of keys was not signed at the key ceremony. Someone may have put a key of their own into it. Nothing was sent. Tell the operators and your head of unit.',
    cy: 'Ni lofnodwyd rhestr allweddi’r gweinydd yn seremoni’r allweddi. Efallai fod rhywun wedi rhoi ei allwedd ei hun ynddi. Nid anfonwyd dim. Dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.listOlder': {
    en: 'The server’s list of keys is older than the one it gave before. Someone may have put the older list back. Nothing was sent. Tell the operators and your head of unit.',
    cy: 'Mae rhestr allweddi’r gweinydd yn hŷn na’r un a roddodd o’r blaen. Efallai fod rhywun wedi rhoi’r rhestr hŷn yn ei hôl. Nid anfonwyd dim. Dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'fingerprint.listSigned': {
    en: 'This list was signed at the key ceremony on {on}.',
    cy: 'Llofnodwyd y rhestr hon yn seremoni’r allweddi ar {on}.',
  },
  'fingerprint.listUnchecked': {
    en: 'This page was built without the key that checks this list, so it cannot tell whether someone has changed it. Compare the security codes with those on paper.',
    cy: 'Adeiladwyd y dudalen hon heb yr allwedd sy’n gwirio’r rhestr hon, felly ni all ddweud a yw rhywun wedi’i newid. Cymharwch y codau diogelwch â’r rhai ar bapur.',
  },
  'fingerprint.title': { en: 'Compare a security code', cy: 'Cymharu cod diogelwch' },
  'fingerprint.why': {
    en: 'Paste or type a security code that you have on paper or from someone. This page says which of its keys has the same code. You can enter digits, words in either language or a whole public key.',
    cy: 'Gludwch neu teipiwch god diogelwch sydd gennych ar bapur neu gan rywun. Bydd y dudalen hon yn dweud pa un o’i hallweddi sydd â’r un cod. Gallwch roi digidau, geiriau yn y naill iaith neu’r llall, neu allwedd gyhoeddus gyfan.',
  },
  'fingerprint.given': { en: 'Security code (required)', cy: 'Cod diogelwch (gofynnol)' },
  'fingerprint.compare': { en: 'Compare', cy: 'Cymharu' },
  'fingerprint.unreadable': {
    en: 'This is not a valid security code. It should have 32 digits and letters from a to f, or twelve words. You may have misheard or mistyped a word.',
    cy: 'Nid yw hwn yn god diogelwch dilys. Dylai fod ynddo 32 o ddigidau a llythrennau o a i f, neu ddeuddeg gair. Efallai eich bod wedi camglywed neu gamdeipio gair.',
  },
  'fingerprint.same': { en: 'The code matches: {names}.', cy: 'Mae’r cod yn cyfateb i: {names}.' },
  'fingerprint.sameBeginning': {
    en: 'This is an earlier, shorter form of a code. It matches the beginning of: {names}. Write the whole code down now.',
    cy: 'Ffurf gynharach, fyrrach ar god yw hon. Mae’n cyfateb i ddechrau: {names}. Ysgrifennwch y cod cyfan nawr.',
  },
  'fingerprint.none': {
    en: 'No key on this page has this code. If one of these keys should have the code, send nothing, and tell the operators and your head of unit.',
    cy: 'Nid yw’r cod hwn gan unrhyw allwedd ar y dudalen hon. Os dylai un o’r allweddi hyn fod â’r cod, peidiwch ag anfon dim, a dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
} as const satisfies Words<'fingerprint'>;
