import type { Words } from '../word.ts';

/** Everything that stands around the partners' page, whoever is at it. */
export const pageShellWords = {
  'frame.title': { en: 'Pass on a concern', cy: 'Trosglwyddo pryder' },
  'frame.skip': { en: 'Skip to the page', cy: 'Neidio i’r dudalen' },
  'frame.leaving': { en: 'Leaving, and help', cy: 'Gadael, a chymorth' },
  'frame.leave': { en: 'Leave this page', cy: 'Gadael y dudalen' },
  'frame.leaveKeys': { en: 'Or press Escape twice.', cy: 'Neu gwasgwch Escape ddwywaith.' },
  'frame.otherLanguage': { en: 'Cymraeg', cy: 'English' },
  'frame.danger': {
    en: 'If someone is in danger now, call {emergency} first. Nobody is called by this page.',
    cy: 'Os oes rhywun mewn perygl nawr, ffoniwch {emergency} yn gyntaf. Nid yw’r dudalen hon yn galw neb.',
  },
  'frame.call': { en: 'Call {number}', cy: 'Ffonio {number}' },
  'frame.helpline': {
    en: 'For advice at any hour: {helpline}, {number}.',
    cy: 'Am gyngor ar unrhyw awr: {helpline}, {number}.',
  },
  'frame.deviceHeading': { en: 'On this device', cy: 'Ar y ddyfais hon' },
  'frame.device': {
    en: 'Apart from a passkey, if you make one, this page keeps nothing on the device: no cookie, no copy. What you type is gone when you leave it.',
    cy: 'Heblaw am bàs-allwedd, os gwnewch un, nid yw’r dudalen hon yn cadw dim ar y ddyfais: dim cwci, dim copi. Bydd yr hyn rydych yn ei deipio wedi mynd pan fyddwch yn ei gadael.',
  },
  'frame.history': {
    en: 'Your browser may list in its history that this address was open, and leaving does not change that. Take it out afterwards, or use a private window.',
    cy: 'Efallai y bydd eich porwr yn nodi yn ei hanes fod y cyfeiriad hwn wedi bod ar agor, ac nid yw gadael yn newid hynny. Dilëwch ef wedyn, neu defnyddiwch ffenestr breifat.',
  },
  'frame.network': {
    en: 'The people who run your network, or look after this device, may see that you were on this site. What you send is sealed on this page before it leaves it.',
    cy: 'Efallai y gall y rhai sy’n rhedeg eich rhwydwaith, neu’n gofalu am y ddyfais hon, weld eich bod wedi bod ar y wefan hon. Mae’r hyn a anfonwch yn cael ei selio ar y dudalen hon cyn iddo ei gadael.',
  },
  'frame.broken': {
    en: 'Something on this page went wrong. What you sent before stays as it is. Load the page again and sign in again.',
    cy: 'Aeth rhywbeth o’i le ar y dudalen hon. Mae’r hyn a anfonoch cynt yn aros fel y mae. Llwythwch y dudalen eto a mewngofnodwch eto.',
  },
  'frame.partMissing': {
    en: 'A part of this page did not load. What you typed is still here. Check your connection and try again.',
    cy: 'Ni lwythodd rhan o’r dudalen hon. Mae’r hyn a deipioch yn dal yma. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
  },
  'frame.outdated': {
    en: 'This page was updated since you opened it, and this part of the old one is gone. What you typed is still here: send it, or copy it, first. Then load the page again, and sign in or open your link once more.',
    cy: 'Cafodd y dudalen hon ei diweddaru ers i chi ei hagor, ac nid yw’r rhan hon o’r hen un ar gael mwyach. Mae’r hyn a deipioch yn dal yma: anfonwch ef, neu ei gopïo, yn gyntaf. Yna llwythwch y dudalen eto, a mewngofnodi neu agor eich dolen unwaith eto.',
  },
  'frame.outdatedLoad': { en: 'Load the page again', cy: 'Llwytho’r dudalen eto' },
  'frame.loading': { en: 'One moment', cy: 'Un eiliad' },
  'frame.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'frame.signedInFor': { en: 'Signed in for {organisation}', cy: 'Wedi mewngofnodi ar ran {organisation}' },
  'frame.access': { en: 'Access {number}, made on {day}', cy: 'Mynediad {number}, a wnaed ar {day}' },
  'frame.signOut': { en: 'Sign out', cy: 'Allgofnodi' },
  'frame.signedOut': { en: 'You are signed out.', cy: 'Rydych wedi allgofnodi.' },
  'frame.unsentHeading': { en: 'What you wrote is not sent', cy: 'Nid yw’r hyn a ysgrifennoch wedi’i anfon' },
  'frame.unsent': {
    en: 'If you leave it, it is not kept anywhere.',
    cy: 'Os byddwch yn ei adael, ni chaiff ei gadw yn unman.',
  },
  'frame.stay': { en: 'Go on writing', cy: 'Dal ati i ysgrifennu' },
  'frame.leaveUnsent': { en: 'Leave without sending', cy: 'Gadael heb anfon' },
} as const satisfies Words<'frame'>;
