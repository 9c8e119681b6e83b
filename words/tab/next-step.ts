import type { Words } from '../word.ts';

/** The words for the next step of a case, and for taking it. */
export const nextStepWords = {
  'nextStep.label': { en: 'Next step', cy: 'Y cam nesaf' },
  'nextStep.acknowledge': { en: 'Next: acknowledge that you have seen it', cy: 'Nesaf: cydnabod eich bod wedi’i weld' },
  'nextStep.read': { en: 'Next: open and read the report', cy: 'Nesaf: agor a darllen yr adroddiad' },
  'nextStep.safety': { en: 'Next: record what is known of danger', cy: 'Nesaf: cofnodi’r hyn sy’n hysbys am berygl' },
  'nextStep.take': { en: 'Next: decide who takes it', cy: 'Nesaf: penderfynu pwy sy’n ei gymryd' },
  'nextStep.triage': { en: 'Next: triage it', cy: 'Nesaf: ei frysbennu' },
  'nextStep.referral': {
    en: 'Next: decide about a referral to the IOPC',
    cy: 'Nesaf: penderfynu a ddylid cyfeirio’r achos at yr IOPC',
  },
  'nextStep.refer': { en: 'Next: make the referral', cy: 'Nesaf: cyfeirio’r achos at yr IOPC' },
  'nextStep.answer': { en: 'Next: answer the person who reported', cy: 'Nesaf: ateb y person a roddodd wybod' },
  'nextStep.detriment': { en: 'Next: ask about detriment', cy: 'Nesaf: gofyn a gafodd y person ei drin yn waeth' },
  'nextStep.erasure': { en: 'Next: answer the request to erase it', cy: 'Nesaf: ateb y cais i’w ddileu' },
  'nextStep.agreeClosing': {
    en: 'Next: read why a colleague wants to close it, and decide whether to agree',
    cy: 'Nesaf: darllen pam y mae cydweithiwr am ei gau, a chytuno neu beidio',
  },
  'nextStep.agreeLowering': {
    en: 'Next: read why it should no longer be urgent, and decide whether to agree',
    cy: 'Nesaf: darllen pam na ddylai fod yn un brys mwyach, a chytuno neu beidio',
  },
  'nextStep.sign': {
    en: 'Next: read the sanitised text, and decide whether to sign it off',
    cy: 'Nesaf: darllen y testun wedi’i lanhau, a’i gymeradwyo neu beidio',
  },
  'nextStep.withdrawCard': {
    en: 'Next: read why a card should be withdrawn as wrong, and decide whether to agree',
    cy: 'Nesaf: darllen pam y dylid tynnu cerdyn yn ôl fel un anghywir, a chytuno neu beidio',
  },
  'nextStep.part': {
    en: 'Next: read why two reports may not be about one person, and decide whether to agree',
    cy: 'Nesaf: darllen pam efallai nad yw dau adroddiad am yr un person, a chytuno neu beidio',
  },
  'nextStep.go': { en: 'Go to it', cy: 'Mynd ato' },
  'nextStep.takeHeading': { en: 'Take the case', cy: 'Cymryd yr achos' },
  'nextStep.knowQuestion': {
    en: 'Now that you have read it: do you know anyone in it?',
    cy: 'A chithau wedi’i ddarllen: ydych chi’n adnabod rhywun ynddo?',
  },
  'nextStep.knowNobody': { en: 'I know nobody in it', cy: 'Dydw i ddim yn adnabod neb ynddo' },
  'nextStep.knowSomebody': { en: 'I know someone in it', cy: 'Rydw i’n adnabod rhywun ynddo' },
  'nextStep.takeAfter': {
    en: 'You can take the case after you have opened the report and said whether you know anyone in it.',
    cy: 'Gallwch gymryd yr achos ar ôl agor yr adroddiad, a dweud a ydych yn adnabod rhywun ynddo.',
  },
} as const satisfies Words<'nextStep'>;
