import type { Words } from '../word.ts';

export const identityWords = {
  'identity.title': { en: 'Open an identity', cy: 'Agor hunaniaeth' },
  'identity.intro': {
    en: 'Identity custodians use this page to open the identity of someone who reported in confidence. The report itself stays with the case handlers.',
    cy: 'Mae ceidwaid hunaniaeth yn defnyddio’r dudalen hon i agor hunaniaeth rhywun a roddodd wybod yn gyfrinachol. Mae’r adroddiad ei hun yn aros gyda’r swyddogion achosion.',
  },
  'identity.recorded': {
    en: 'Before the identity is shown, Candour records your name, the time and your reason in the case history. Case handlers see that the identity was opened, but not the identity. The reserve officers are told. The person who reported is told when they come back, unless the request says not to tell them.',
    cy: 'Cyn dangos yr hunaniaeth, mae Candour yn cofnodi eich enw, yr amser a’ch rheswm yn hanes yr achos. Mae swyddogion achosion yn gweld bod yr hunaniaeth wedi’i hagor, ond nid ydynt yn gweld yr hunaniaeth. Caiff y swyddogion wrth gefn wybod. Caiff y person a roddodd wybod ei hysbysu pan ddaw yn ôl, oni bai bod y cais yn dweud na ddylid dweud wrtho.',
  },
  'identity.reference': { en: 'Reference number (required)', cy: 'Rhif cyfeirnod (gofynnol)' },
  'identity.referenceHint': {
    en: 'Ten letters and digits, with or without spaces',
    cy: 'Deg o lythrennau a digidau, gyda bylchau neu hebddynt',
  },
  'identity.referenceMissing': {
    en: 'Enter the whole reference number: one of its letters or digits is missing or wrong.',
    cy: 'Rhowch y rhif cyfeirnod cyfan: mae un o’i lythrennau neu ei ddigidau ar goll neu’n anghywir.',
  },
  'identity.askedBy': {
    en: 'Who is asking for the identity (required)',
    cy: 'Pwy sy’n gofyn am yr hunaniaeth (gofynnol)',
  },
  'identity.askedByHint': {
    en: 'The group that handles the case. Your reason is encrypted for them and for the custodians.',
    cy: 'Y grŵp sy’n delio â’r achos. Caiff eich rheswm ei amgryptio ar eu cyfer nhw ac ar gyfer y ceidwaid.',
  },
  'identity.askedByMissing': {
    en: 'Choose who is asking for the identity.',
    cy: 'Dewiswch pwy sy’n gofyn am yr hunaniaeth.',
  },
  'identity.askedByOthers': {
    en: 'This case is handled by: {handlers}. Your reason was encrypted for the group you chose, which does not handle this case. The case handlers will not see the reason, so tell them why you opened the identity.',
    cy: 'Mae eraill yn delio â’r achos hwn: {handlers}. Cafodd eich rheswm ei amgryptio ar gyfer y grŵp a ddewisoch, ac nid y grŵp hwnnw sy’n delio â’r achos. Ni fydd y swyddogion achosion yn gweld y rheswm, felly dywedwch wrthynt pam yr agoroch yr hunaniaeth.',
  },
  'identity.reason': { en: 'Reason (required)', cy: 'Rheswm (gofynnol)' },
  'identity.reasonHint': {
    en: 'Why the identity is needed, and who decided that. It is encrypted before it leaves this page.',
    cy: 'Pam mae angen yr hunaniaeth, a phwy benderfynodd hynny. Caiff ei amgryptio cyn gadael y dudalen hon.',
  },
  'identity.reasonMissing': {
    en: 'Write why the identity is needed.',
    cy: 'Ysgrifennwch pam mae angen yr hunaniaeth.',
  },
  'identity.reasonLong': {
    en: 'Shorten the reason to {longest, number} characters.',
    cy: 'Byrhewch y rheswm i {longest, number} nod.',
  },
  'identity.unlockFirst': {
    en: 'Open the custodians’ key first. Nothing was recorded, and what you wrote is still here.',
    cy: 'Agorwch allwedd y ceidwaid yn gyntaf. Ni chofnodwyd dim, ac mae’r hyn a ysgrifennoch yn dal yma.',
  },
  'identity.open': { en: 'Record and open', cy: 'Cofnodi ac agor' },
  'identity.opening': { en: 'Opening', cy: 'Yn agor' },
  'identity.opened': { en: 'The identity is open.', cy: 'Mae’r hunaniaeth ar agor.' },
  'identity.moved': {
    en: 'What is stored as the identity of this case belongs to another case or to a report that keeps no identity, or it cannot be read. It is not shown. Tell the operators. The history records that you opened it.',
    cy: 'Mae’r hyn sydd wedi’i storio fel hunaniaeth yr achos hwn yn perthyn i achos arall neu i adroddiad nad yw’n cadw hunaniaeth, neu ni ellir ei ddarllen. Nid yw’n cael ei ddangos. Dywedwch wrth y gweithredwyr. Mae’r hanes yn cofnodi eich bod wedi’i agor.',
  },
  'identity.who': {
    en: 'The person who reported in case {reference}',
    cy: 'Y person a roddodd wybod yn achos {reference}',
  },
  'identity.name': { en: 'Name', cy: 'Enw' },
  'identity.objectId': { en: 'Entra object id', cy: 'Dynodydd gwrthrych Entra' },
  'identity.notProven': {
    en: 'You cannot check that this identity belongs to the report. Case handlers can, once you share it. The identity disappears from this page when the keys lock.',
    cy: 'Ni allwch wirio mai hunaniaeth yr adroddiad yw hon. Gall swyddogion achosion wneud hynny, ar ôl i chi ei rhannu. Mae’r hunaniaeth yn diflannu o’r dudalen hon pan fydd yr allweddi’n cloi.',
  },
  'identity.share': { en: 'Share with: {handlers}', cy: 'Rhannu â: {handlers}' },
  'identity.shareWarning': {
    en: 'If you share the identity, everyone who handles this case can see who reported. You cannot undo this. The identity is encrypted for: {handlers}. The history will record that you shared it.',
    cy: 'Os rhannwch yr hunaniaeth, gall pawb sy’n delio â’r achos hwn weld pwy roddodd wybod. Ni allwch ddadwneud hyn. Caiff ei hamgryptio ar gyfer: {handlers}. Bydd yr hanes yn cofnodi eich bod wedi’i rhannu.',
  },
  'identity.shareConfirm': { en: 'Share the identity', cy: 'Rhannu’r hunaniaeth' },
  'identity.shareCancel': { en: 'Do not share', cy: 'Peidio â rhannu' },
  'identity.sharing': { en: 'Sharing', cy: 'Yn rhannu' },
  'identity.shared': {
    en: 'The identity is shared with: {handlers}.',
    cy: 'Mae’r hunaniaeth wedi’i rhannu â: {handlers}.',
  },
  'identity.close': { en: 'Close the identity', cy: 'Cau’r hunaniaeth' },
} as const satisfies Words<'identity'>;
