import type { Words } from '../word.ts';

/** Everything that stands around the partners' page, whoever is at it. */
export const pageShellWords = {
  'frame.title': { en: 'Pass on a concern', cy: 'Trosglwyddo pryder' },
  'frame.skip': { en: 'Skip to main content', cy: 'Neidio i’r prif gynnwys' },
  'frame.leaving': { en: 'Leaving, and help', cy: 'Gadael, a chymorth' },
  'frame.leave': { en: 'Leave this page', cy: 'Gadael y dudalen' },
  'frame.leaveKeys': {
    en: 'Press Escape twice to leave.',
    cy: 'Pwyswch Escape ddwywaith i adael.',
  },
  'frame.otherLanguage': { en: 'Cymraeg', cy: 'English' },
  'frame.danger': {
    en: 'If someone is in danger now, call {emergency} first. This page does not call for help.',
    cy: 'Os oes rhywun mewn perygl nawr, ffoniwch {emergency} yn gyntaf. Nid yw’r dudalen hon yn galw am gymorth.',
  },
  'frame.call': { en: 'Call {number}', cy: 'Ffonio {number}' },
  'frame.helpline': {
    en: 'Advice, 24 hours a day: {helpline}, {number}.',
    cy: 'Cyngor, 24 awr y dydd: {helpline}, {number}.',
  },
  'frame.deviceHeading': { en: 'On this device', cy: 'Ar y ddyfais hon' },
  'frame.device': {
    en: 'This page keeps nothing on the device except a passkey, if you make one: no cookies, no copies. What you type is gone when you leave the page.',
    cy: 'Nid yw’r dudalen hon yn cadw dim ar y ddyfais heblaw pàs-allwedd, os gwnewch un: dim cwcis, dim copïau. Bydd yr hyn a deipiwch wedi mynd pan fyddwch yn gadael y dudalen.',
  },
  'frame.history': {
    en: 'Your browser may keep this address in its history after you leave. Delete it afterwards, or use a private window.',
    cy: 'Gall eich porwr gadw’r cyfeiriad hwn yn ei hanes ar ôl i chi adael. Dilëwch ef wedyn, neu defnyddiwch ffenestr breifat.',
  },
  'frame.network': {
    en: 'People who run your network or manage this device may see that you visited this site. What you send is encrypted before it leaves this page.',
    cy: 'Efallai y bydd y bobl sy’n rhedeg eich rhwydwaith neu’n rheoli’r ddyfais hon yn gweld eich bod wedi ymweld â’r wefan hon. Caiff yr hyn a anfonwch ei amgryptio cyn iddo adael y dudalen hon.',
  },
  'frame.broken': {
    en: 'Something went wrong on this page. Anything you sent before is not affected. Reload the page and sign in again.',
    cy: 'Aeth rhywbeth o’i le ar y dudalen hon. Nid yw hyn yn effeithio ar ddim a anfonoch cynt. Ail-lwythwch y dudalen a mewngofnodwch eto.',
  },
  'frame.partMissing': {
    en: 'Part of this page did not load. What you typed is still here. Check your connection and try again.',
    cy: 'Ni lwythodd rhan o’r dudalen hon. Mae’r hyn a deipioch yn dal yma. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
  },
  'frame.outdated': {
    en: 'This page has been updated since you opened it, so this part of it no longer works. What you typed is still here: send it or copy it first. Then reload the page, and sign in or open your link again.',
    cy: 'Cafodd y dudalen hon ei diweddaru ers i chi ei hagor, felly nid yw’r rhan hon ohoni’n gweithio mwyach. Mae’r hyn a deipioch yn dal yma: anfonwch neu copïwch ef yn gyntaf. Yna ail-lwythwch y dudalen, a mewngofnodwch neu agorwch eich dolen eto.',
  },
  'frame.outdatedLoad': { en: 'Reload the page', cy: 'Ail-lwytho’r dudalen' },
  'frame.loading': { en: 'Loading', cy: 'Yn llwytho' },
  'frame.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'frame.signedInFor': { en: 'Signed in for {organisation}', cy: 'Wedi mewngofnodi ar ran {organisation}' },
  'frame.access': {
    en: 'Access {number} (invitation made on {day})',
    cy: 'Mynediad {number} (gwahoddiad a wnaed ar {day})',
  },
  'frame.signOut': { en: 'Sign out', cy: 'Allgofnodi' },
  'frame.signedOut': { en: 'You are signed out.', cy: 'Rydych wedi allgofnodi.' },
  'frame.unsentHeading': { en: 'What you wrote has not been sent', cy: 'Nid yw’r hyn a ysgrifennoch wedi’i anfon' },
  'frame.unsent': {
    en: 'If you leave now, it is not kept anywhere.',
    cy: 'Os gadewch nawr, ni chaiff ei gadw yn unman.',
  },
  'frame.stay': { en: 'Continue writing', cy: 'Parhau i ysgrifennu' },
  'frame.leaveUnsent': { en: 'Leave without sending', cy: 'Gadael heb anfon' },
} as const satisfies Words<'frame'>;
