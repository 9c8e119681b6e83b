import type { Words } from '../word.ts';

/** Words that several cards share. */
export const commonWords = {
  'common.thisLanguage': { en: 'English', cy: 'Cymraeg' },
  'common.required': { en: '{label} (required)', cy: '{label} (gofynnol)' },
  'common.continue': { en: 'Continue', cy: 'Parhau' },
  'common.back': { en: 'Back', cy: 'Yn ôl' },
  'common.done': { en: 'Done', cy: 'Wedi gorffen' },
  'common.start': { en: 'Back to the start', cy: 'Yn ôl i’r dechrau' },
  'common.report': { en: 'Report a concern', cy: 'Rhoi gwybod am bryder' },
  'common.comeBack': { en: 'Come back with a code', cy: 'Dod yn ôl gyda chod' },
  'common.week': { en: 'Weekly summary', cy: 'Crynodeb wythnosol' },
  'common.dialogTitle': { en: 'Candour', cy: 'Candour' },
  'common.step': { en: 'Step {number} of {of}', cy: 'Cam {number} o {of}' },
  'common.stepOnly': { en: 'Step {number}', cy: 'Cam {number}' },
  'common.detailOnly': { en: 'Details, part {number}', cy: 'Manylion, rhan {number}' },
  'common.detail': { en: 'Details, part {number} of {of}', cy: 'Manylion, rhan {number} o {of}' },
  'common.lastStep': { en: 'Last step', cy: 'Cam olaf' },
  'common.code': { en: 'Your return code', cy: 'Eich cod dychwelyd' },
  'common.codeEither': {
    en: 'Return code: either works',
    cy: 'Cod dychwelyd: mae’r ddau’n gweithio',
  },
  'common.reference': { en: 'Reference number', cy: 'Rhif cyfeirnod' },
  'common.optional': {
    en: 'Everything on this card is optional. Answer what you can and leave the rest empty.',
    cy: 'Mae popeth ar y cerdyn hwn yn ddewisol. Atebwch yr hyn a allwch a gadewch y gweddill yn wag.',
  },
  'common.dangerHeading': {
    en: 'Danger now? Call {emergency} first',
    cy: 'Perygl nawr? Ffoniwch {emergency} yn gyntaf',
  },
  'common.noFurther': {
    en: 'Do not investigate, ask around or search police systems. You do not have to prove anything.',
    cy: 'Peidiwch ag ymchwilio, holi pobl na chwilio yn systemau’r heddlu. Nid oes rhaid i chi brofi dim.',
  },
  'common.lookAgain': {
    en: 'Come back on {day} with your code. Nothing will remind you.',
    cy: 'Dewch yn ôl ar {day} gyda’ch cod. Ni fydd dim yn eich atgoffa.',
  },
  'common.lookAgainAsked': {
    en: 'Come back on {day} with your code: we may ask you something. Nothing will remind you.',
    cy: 'Dewch yn ôl ar {day} gyda’ch cod: gallem ofyn cwestiwn. Ni fydd dim yn eich atgoffa.',
  },
  'common.chief': {
    en: 'The Police and Crime Commissioner deals with concerns about the Chief Constable’s own conduct. You can contact the Commissioner directly: {commissioner}.',
    cy: 'Comisiynydd yr Heddlu a Throsedd sy’n delio â phryderon am ymddygiad y Prif Gwnstabl ei hun. Gallwch gysylltu â’r Comisiynydd yn uniongyrchol: {commissioner}.',
  },
  'common.reserve': {
    en: 'This report goes first to {reserve}, not to the Anti-Corruption Unit. The unit will not see it unless they pass it on.',
    cy: 'I ddechrau, bydd yr adroddiad hwn yng ngofal {reserve}, nid yr Uned Wrthlygredd. Ni fydd yr uned yn ei weld oni bai iddo gael ei drosglwyddo iddi.',
  },
  'common.supportHeading': { en: 'Support for you', cy: 'Cymorth i chi' },
  'common.support': {
    en: 'If this has affected you, {victims} can support you: {phone}.',
    cy: 'Os yw hyn wedi effeithio arnoch chi, gall {victims} eich cefnogi: {phone}.',
  },
} as const satisfies Words<'common'>;
