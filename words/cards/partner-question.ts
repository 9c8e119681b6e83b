import type { Words } from '../word.ts';

/** The questions to an organisation that passes on what somebody told it, and what stands beside them. */
export const partnerQuestionWords = {
  'hubQuestion.consent': {
    en: 'Does the person know that you are passing this on?',
    cy: 'A yw’r person yn gwybod eich bod yn trosglwyddo hyn?',
  },
  'hubQuestion.consentHint': {
    en: 'If it is safe, ask them first. You can send this either way.',
    cy: 'Os yw’n ddiogel, gofynnwch i’r person yn gyntaf. Gallwch anfon hyn beth bynnag yw eich ateb.',
  },
  'hubQuestion.consentWhy': {
    en: 'If they have not agreed: why are you passing this on?',
    cy: 'Os nad yw’r person wedi cytuno: pam ydych chi’n trosglwyddo hyn?',
  },
  'hubQuestion.consentWhyHint': {
    en: 'For example: someone else may be at risk.',
    cy: 'Er enghraifft: gall rhywun arall fod mewn perygl.',
  },
  'hubQuestion.paperOn': {
    en: 'If you used a paper form: the day it was filled in',
    cy: 'Os defnyddioch ffurflen bapur: y diwrnod y cafodd ei llenwi',
  },
  'hubQuestion.what': {
    en: 'What the person told you, in their own words',
    cy: 'Yr hyn a ddywedodd y person wrthych, yn ei eiriau ei hun',
  },
  'hubQuestion.whatHint': {
    en: 'Only what you have been told already.',
    cy: 'Dim ond yr hyn a ddywedwyd wrthych eisoes.',
  },
  'hubQuestion.observed': {
    en: 'What you saw or heard yourself',
    cy: 'Yr hyn a welsoch neu a glywsoch chi eich hun',
  },
  'hubQuestion.observedHint': {
    en: 'Leave out counselling notes.',
    cy: 'Peidiwch â chynnwys nodiadau cwnsela.',
  },
  'hubQuestion.riskHint': {
    en: '“Yes” here or about a child raises an urgent alert when you send this. If someone is in danger, call {emergency} first.',
    cy: 'Bydd “Oes” yma neu am blentyn yn sbarduno rhybudd brys pan anfonwch hyn. Os oes rhywun mewn perygl, ffoniwch {emergency} yn gyntaf.',
  },
  'hubQuestion.childAtRisk': { en: 'Is a child at risk?', cy: 'A oes plentyn yn wynebu risg?' },
  'hubQuestion.adultAtRisk': { en: 'Is an adult at risk?', cy: 'A oes oedolyn yn wynebu risg?' },
  'hubQuestion.adultAtRiskHint': {
    en: 'Someone who needs care and support, and so cannot protect themselves. “Yes” makes this urgent unless you say that nobody is at risk now.',
    cy: 'Rhywun y mae arno angen gofal a chymorth, ac felly na all ei amddiffyn ei hun. Os atebwch “Oes”, mae’n fater brys oni bai eich bod yn dweud nad oes neb mewn perygl nawr.',
  },
  'hubQuestion.toldElse': { en: 'Who else has been told?', cy: 'Pwy arall sydd wedi cael gwybod?' },
  'hubQuestion.toldElseHint': {
    en: 'Passing this on here does not tell anyone else. The Wales Safeguarding Procedures ask that the local authority’s designated officer is told within 24 hours or on the next working day.',
    cy: 'Drwy drosglwyddo hyn yma, nid ydych yn dweud wrth neb arall. Mae Gweithdrefnau Diogelu Cymru yn gofyn bod swyddog dynodedig yr awdurdod lleol yn cael gwybod o fewn 24 awr neu ar y diwrnod gwaith nesaf.',
  },
  'hubQuestion.toldWhen': { en: 'When were they told?', cy: 'Pryd y dywedwyd wrthynt?' },
  'hubQuestion.wants': { en: 'What does the person want?', cy: 'Beth mae’r person ei eisiau?' },
  'hubQuestion.wantsHint': {
    en: 'Choose what they have said already.',
    cy: 'Dewiswch yr hyn y mae’r person wedi’i ddweud eisoes.',
  },
  'hubQuestion.contactWays': {
    en: 'How may the person be contacted?',
    cy: 'Sut y gellir cysylltu â’r person?',
  },
  'hubQuestion.contactWaysHint': {
    en: 'The people handling this see your answer before they write anything.',
    cy: 'Bydd y bobl sy’n delio â hyn yn gweld eich ateb cyn ysgrifennu dim.',
  },
  'hubQuestion.contactDetail': { en: 'Number or address', cy: 'Rhif neu gyfeiriad' },
  'hubQuestion.contactDetailHint': {
    en: 'Only one that is safe to use.',
    cy: 'Dim ond un sy’n ddiogel i’w ddefnyddio.',
  },
  'hubQuestion.contactWhen': {
    en: 'When is it safe to contact the person?',
    cy: 'Pryd mae’n ddiogel cysylltu â’r person?',
  },
  'hubQuestion.contactNot': {
    en: 'Who must not contact the person, and which ways must not be used?',
    cy: 'Pwy na ddylai gysylltu â’r person, a pha ffyrdd na ddylid eu defnyddio?',
  },
  'hubQuestion.contactNotHint': {
    en: 'For example: nobody in uniform, not at home, no voicemail.',
    cy: 'Er enghraifft: neb mewn lifrai, nid gartref, dim neges llais.',
  },
  'hubQuestion.contactLanguage': {
    en: 'Which language does the person use?',
    cy: 'Pa iaith y mae’r person yn ei defnyddio?',
  },
  'hubQuestion.contactLanguageOther': { en: 'Which other language?', cy: 'Pa iaith arall?' },
  'hubQuestion.onTheirCase': {
    en: 'Is the officer working on a current case that involves the person?',
    cy: 'A yw’r swyddog yn gweithio ar achos cyfredol sy’n ymwneud â’r person?',
  },
  'hubQuestion.knowsAddress': {
    en: 'Does the officer have a way to find out where the person lives?',
    cy: 'A oes gan y swyddog ffordd o wybod ble mae’r person yn byw?',
  },
  'hubQuestion.dash': {
    en: 'Is there a DASH risk assessment?',
    cy: 'A oes asesiad risg DASH?',
  },
  'hubQuestion.marac': { en: 'Has the case been referred to MARAC?', cy: 'A yw’r achos wedi’i gyfeirio at MARAC?' },
  'hubQuestion.evidenceHint': {
    en: 'Say where the evidence is, and leave it there. Do not collect any.',
    cy: 'Dywedwch ble mae’r dystiolaeth, a’i gadael yno. Peidiwch â chasglu dim.',
  },
  'hubQuestion.practitioner': {
    en: 'Your own name, and how to reach you',
    cy: 'Eich enw chi, a sut i gysylltu â chi',
  },
  'hubQuestion.practitionerHint': {
    en: 'It is encrypted with the rest, so only the people who read the report see it. You can leave this empty.',
    cy: 'Caiff ei amgryptio gyda’r gweddill, felly dim ond y bobl sy’n darllen yr adroddiad fydd yn ei weld. Gallwch adael hyn yn wag.',
  },
} as const satisfies Words<'hubQuestion'>;
