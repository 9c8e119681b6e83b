import type { Words } from '../word.ts';

/** The choices of what an organisation is asked. */
export const partnerOptionWords = {
  'hubOption.notSafe': { en: 'It is not safe to ask them', cy: 'Nid yw’n ddiogel gofyn' },
  'hubOption.notAsked': { en: 'I have not asked them yet', cy: 'Nid wyf wedi gofyn eto' },
  'hubOption.lookInto': { en: 'For the concern to be looked into', cy: 'Bod rhywun yn ymchwilio i’r pryder' },
  'hubOption.stopContact': { en: 'For the contact to stop', cy: 'Bod y cyswllt yn dod i ben' },
  'hubOption.keepAway': {
    en: 'For the officer to be kept away from them and their case',
    cy: 'Bod y swyddog yn cael ei gadw draw oddi wrth y person a’i achos',
  },
  'hubOption.beTold': { en: 'To be told what happens', cy: 'Cael gwybod beth sy’n digwydd' },
  'hubOption.noted': { en: 'Only for someone to know about it', cy: 'Dim ond bod rhywun yn gwybod amdano' },
  'hubOption.wantsUnsure': { en: 'They are not sure', cy: 'Nid yw’r person yn siŵr' },
  'hubOption.phone': { en: 'By phone', cy: 'Dros y ffôn' },
  'hubOption.text': { en: 'By text message', cy: 'Drwy neges destun' },
  'hubOption.email': { en: 'By e-mail', cy: 'Drwy e-bost' },
  'hubOption.letter': { en: 'By letter', cy: 'Drwy lythyr' },
  'hubOption.inPerson': { en: 'In person', cy: 'Wyneb yn wyneb' },
  'hubOption.throughUs': { en: 'Only through our organisation', cy: 'Drwy ein sefydliad ni yn unig' },
  'hubOption.none': { en: 'Not at all', cy: 'Dim o gwbl' },
  'hubOption.english': { en: 'English', cy: 'Saesneg' },
  'hubOption.welsh': { en: 'Welsh', cy: 'Cymraeg' },
  'hubOption.bsl': { en: 'British Sign Language (BSL)', cy: 'Iaith Arwyddion Prydain (BSL)' },
  'hubOption.otherLanguage': { en: 'Another language', cy: 'Iaith arall' },
  'hubOption.lado': {
    en: 'The local authority’s designated officer',
    cy: 'Swyddog dynodedig yr awdurdod lleol',
  },
  'hubOption.socialServices': { en: 'Social services', cy: 'Y gwasanaethau cymdeithasol' },
  'hubOption.police': { en: 'The police, in another way', cy: 'Yr heddlu, mewn ffordd arall' },
  'hubOption.health': { en: 'A health service', cy: 'Gwasanaeth iechyd' },
  'hubOption.toldOther': { en: 'Someone else', cy: 'Rhywun arall' },
  'hubOption.nobody': { en: 'Nobody yet', cy: 'Neb eto' },
} as const satisfies Words<'hubOption'>;
