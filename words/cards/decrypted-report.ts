import type { Words } from '../word.ts';

/** An opened report of the hub, as whoever handles the case reads it. */
export const decryptedReportWords = {
  'opened.fromHub': { en: 'Passed on by a partner organisation', cy: 'Wedi’i drosglwyddo gan sefydliad partner' },
  'opened.fromPartner': {
    en: 'Passed on by a partner organisation: {partner}',
    cy: 'Wedi’i drosglwyddo gan sefydliad partner: {partner}',
  },
  'opened.twoPeople': {
    en: 'This report comes from two people: the practitioner, who wrote it and holds the code, and the person who spoke to the practitioner.',
    cy: 'Daw’r adroddiad hwn gan ddau berson: yr ymarferydd, a’i hysgrifennodd ac sydd â’r cod, a’r person a siaradodd â’r ymarferydd.',
  },
  'opened.withdrawn': {
    en: 'The person no longer agrees to the report being passed on. The practitioner recorded that on {day}.',
    cy: 'Nid yw’r person yn cytuno mwyach i’r adroddiad gael ei drosglwyddo. Cofnododd yr ymarferydd hynny ar {day}.',
  },
  'opened.withdrawnMeans': {
    en: 'Before each step, check again that it is necessary without their agreement, and record why in the decision log.',
    cy: 'Cyn pob cam, gwiriwch eto a oes gwir angen amdano heb gytundeb y person, a chofnodwch pam yn y log penderfyniadau.',
  },
  'opened.consent': { en: 'Agreement', cy: 'Cytundeb' },
  'opened.noConsent': {
    en: 'The report does not say whether the person knows or agrees. Treat this as “does not agree”.',
    cy: 'Nid yw’r adroddiad yn dweud a yw’r person yn gwybod nac yn cytuno. Gweithredwch fel pe na bai’n cytuno.',
  },
  'opened.contact': { en: 'How the person may be contacted', cy: 'Sut y gellir cysylltu â’r person' },
  'opened.noContact': {
    en: 'The report does not say how the person may be contacted. Do not contact them; ask the practitioner.',
    cy: 'Nid yw’r adroddiad yn dweud sut y gellir cysylltu â’r person. Peidiwch â chysylltu â’r person; gofynnwch i’r ymarferydd.',
  },
  'opened.bsl': {
    en: 'The person uses British Sign Language. Agree with the practitioner how to communicate with them, and with which interpreter.',
    cy: 'Mae’r person yn defnyddio Iaith Arwyddion Prydain. Cytunwch â’r ymarferydd sut i gyfathrebu â’r person, a chyda pha ddehonglydd.',
  },
  'opened.risk': { en: 'Risk now', cy: 'Perygl nawr' },
  'opened.words': { en: 'The person’s own words', cy: 'Geiriau’r person ei hun' },
  'opened.observed': {
    en: 'What the practitioner saw or heard themselves',
    cy: 'Yr hyn a welodd neu a glywodd yr ymarferydd ei hun',
  },
  'opened.rest': { en: 'The rest of the report', cy: 'Gweddill yr adroddiad' },
} as const satisfies Words<'opened'>;
