import type { Words } from '../word.ts';

/** The words for the next step of a case, and for taking it. */
export const nextStepWords = {
  'nextStep.label': { en: 'Next step', cy: 'Y cam nesaf' },
  'nextStep.acknowledge': {
    en: 'Next: acknowledge that you have seen the case',
    cy: 'Nesaf: cydnabod eich bod wedi gweld yr achos',
  },
  'nextStep.read': { en: 'Next: open and read the report', cy: 'Nesaf: agor a darllen yr adroddiad' },
  'nextStep.safety': {
    en: 'Next: record what is known about danger',
    cy: 'Nesaf: cofnodi’r hyn sy’n hysbys am berygl',
  },
  'nextStep.take': { en: 'Next: decide who takes the case', cy: 'Nesaf: penderfynu pwy sy’n cymryd yr achos' },
  'nextStep.triage': { en: 'Next: triage the case', cy: 'Nesaf: brysbennu’r achos' },
  'nextStep.referral': {
    en: 'Next: decide whether to refer the case to the IOPC',
    cy: 'Nesaf: penderfynu a ddylid cyfeirio’r achos at yr IOPC',
  },
  'nextStep.refer': { en: 'Next: make the referral', cy: 'Nesaf: cyfeirio’r achos at yr IOPC' },
  'nextStep.answer': { en: 'Next: answer the person who reported', cy: 'Nesaf: ateb y person a roddodd wybod' },
  'nextStep.detriment': { en: 'Next: ask about detriment', cy: 'Nesaf: gofyn a gafodd y person ei drin yn waeth' },
  'nextStep.erasure': { en: 'Next: answer the request to erase the case', cy: 'Nesaf: ateb y cais i ddileu’r achos' },
  'nextStep.agreeClosing': {
    en: 'Next: read why a colleague wants to close the case, and decide whether to agree',
    cy: 'Nesaf: darllen pam y mae cydweithiwr am gau’r achos, a chytuno neu beidio',
  },
  'nextStep.agreeLowering': {
    en: 'Next: read why the case should no longer be urgent, and decide whether to agree',
    cy: 'Nesaf: darllen pam na ddylai’r achos fod yn un brys mwyach, a chytuno neu beidio',
  },
  'nextStep.sign': {
    en: 'Next: read the sanitised text, and decide whether to sign it off',
    cy: 'Nesaf: darllen y testun wedi’i lanhau, a’i gymeradwyo neu beidio',
  },
  'nextStep.withdrawCard': {
    en: 'Next: read why a colleague says a card is wrong, and decide whether to agree to withdraw it',
    cy: 'Nesaf: darllen pam y mae cydweithiwr yn dweud bod cerdyn yn anghywir, a chytuno i’w dynnu’n ôl neu beidio',
  },
  'nextStep.part': {
    en: 'Next: read why two reports may not be about one person, and decide whether to agree',
    cy: 'Nesaf: darllen pam efallai nad yw dau adroddiad am yr un person, a chytuno neu beidio',
  },
  'nextStep.go': { en: 'Go to this step', cy: 'Mynd at y cam hwn' },
  'nextStep.takeHeading': { en: 'Take the case', cy: 'Cymryd yr achos' },
  'nextStep.knowQuestion': {
    en: 'Now that you have read the report: do you know anyone in it?',
    cy: 'Nawr eich bod wedi darllen yr adroddiad: ydych chi’n adnabod rhywun sydd ynddo?',
  },
  'nextStep.knowNobody': { en: 'I know nobody in it', cy: 'Dydw i ddim yn adnabod neb ynddo' },
  'nextStep.knowSomebody': { en: 'I know someone in it', cy: 'Rydw i’n adnabod rhywun ynddo' },
  'nextStep.takeAfter': {
    en: 'You can take the case after you have opened the report and said whether you know anyone in it.',
    cy: 'Gallwch gymryd yr achos ar ôl agor yr adroddiad, a dweud a ydych yn adnabod rhywun ynddo.',
  },
} as const satisfies Words<'nextStep'>;
