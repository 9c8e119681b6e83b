import type { Words } from '../word.ts';

export const identityWords = {
  'identity.title': { en: 'Open an identity', cy: 'Agor hunaniaeth' },
  'identity.intro': {
    en: 'Here an identity custodian opens the identity of somebody who reported in confidence. The report itself stays with those who handle the case.',
    cy: 'Yma mae ceidwad hunaniaeth yn agor hunaniaeth rhywun a roddodd wybod yn gyfrinachol. Mae’r adroddiad ei hun yn aros gyda’r rhai sy’n delio â’r achos.',
  },
  'identity.recorded': {
    en: 'The opening is recorded before the identity is released: your name, the time and your reason go into the case’s history. Those who handle the case see that it happened, but not the identity. The reserve is told, and so is the person who reported, when they come back, unless the request says that they are not.',
    cy: 'Cofnodir bod yr hunaniaeth yn cael ei hagor cyn iddi gael ei rhyddhau: mae eich enw, yr amser a’ch rheswm yn mynd i hanes yr achos. Mae’r rhai sy’n delio â’r achos yn gweld iddo ddigwydd, ond nid ydynt yn gweld yr hunaniaeth. Dywedir wrth y swyddogion wrth gefn, ac wrth y sawl a roddodd wybod pan ddaw yn ôl, oni bai bod y cais yn dweud fel arall.',
  },
  'identity.reference': { en: 'Reference (required)', cy: 'Cyfeirnod (gofynnol)' },
  'identity.referenceHint': {
    en: 'Ten letters and digits, with or without spaces',
    cy: 'Deg o lythrennau a digidau, gyda bylchau neu hebddynt',
  },
  'identity.referenceMissing': {
    en: 'Enter the whole reference: one of its letters or digits is missing or wrong.',
    cy: 'Rhowch y cyfeirnod cyfan: mae un o’i lythrennau neu ei ddigidau ar goll neu’n anghywir.',
  },
  'identity.askedBy': { en: 'Who asks for it (required)', cy: 'Pwy sy’n gofyn amdani (gofynnol)' },
  'identity.askedByHint': {
    en: 'Those who handle the case. Your reason is sealed for them and for the custodians.',
    cy: 'Y rhai sy’n delio â’r achos. Caiff eich rheswm ei selio iddynt hwy ac i’r ceidwaid.',
  },
  'identity.askedByMissing': {
    en: 'Choose who asks for the identity.',
    cy: 'Dewiswch pwy sy’n gofyn am yr hunaniaeth.',
  },
  'identity.askedByOthers': {
    en: 'This case is handled by: {handlers}. Your reason was sealed for the group you chose. That group does not handle this case, so it will not see the reason. Please tell those who handle the case why you opened the identity.',
    cy: 'Mae eraill yn delio â’r achos hwn: {handlers}. Seliwyd eich rheswm i’r grŵp a ddewisoch. Nid y grŵp hwnnw sy’n delio â’r achos, felly ni fydd yn gweld y rheswm. Dywedwch wrth y rhai sy’n delio â’r achos pam yr agoroch yr hunaniaeth.',
  },
  'identity.reason': { en: 'Reason (required)', cy: 'Rheswm (gofynnol)' },
  'identity.reasonHint': {
    en: 'Why the identity is needed, and who decided that. It is sealed before it leaves this page.',
    cy: 'Pam mae angen yr hunaniaeth, a phwy benderfynodd hynny. Caiff ei selio cyn gadael y dudalen hon.',
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
    en: 'What was opened is not the identity of this case: it belongs to another case or to a report that keeps no identity, or it cannot be read. None of it is shown. Tell the operators. The opening is recorded.',
    cy: 'Nid hunaniaeth yr achos hwn yw’r hyn a agorwyd: mae’n perthyn i achos arall neu i adroddiad nad yw’n cadw hunaniaeth, neu ni ellir ei ddarllen. Ni ddangosir dim ohono. Dywedwch wrth y gweithredwyr. Cofnodwyd eich bod wedi’i agor.',
  },
  'identity.who': { en: 'Who reported: {reference}', cy: 'Pwy roddodd wybod: {reference}' },
  'identity.name': { en: 'Name', cy: 'Enw' },
  'identity.objectId': { en: 'Entra object id', cy: 'Dynodydd gwrthrych Entra' },
  'identity.notProven': {
    en: 'You cannot check that this is the identity that came with the report. Those who handle the case can, once you share it. It leaves this page when the keys are locked.',
    cy: 'Ni allwch wirio mai dyma’r hunaniaeth a ddaeth gyda’r adroddiad. Gall y rhai sy’n delio â’r achos wneud hynny, ar ôl i chi ei rhannu. Mae’n gadael y dudalen hon pan gloir yr allweddi.',
  },
  'identity.share': { en: 'Share with: {handlers}', cy: 'Rhannu â: {handlers}' },
  'identity.shareWarning': {
    en: 'Everybody who handles this case can then see who reported, and it cannot be taken back. It is sealed for: {handlers}. The history will record that you shared it.',
    cy: 'Wedyn gall pawb sy’n delio â’r achos hwn weld pwy roddodd wybod, ac ni ellir tynnu hynny’n ôl. Caiff ei selio i: {handlers}. Bydd yr hanes yn cofnodi i chi ei rhannu.',
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
