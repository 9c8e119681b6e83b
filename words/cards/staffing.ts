import type { Words } from '../word.ts';

/** Who looks at reports, and when: out of what the force has set. */
export const staffingWords = {
  'staffing.unknown': {
    en: 'The force has not said when reports are checked. It may be some time before anyone reads yours.',
    cy: 'Nid yw’r heddlu wedi dweud pryd mae rhywun yn edrych ar adroddiadau. Efallai y bydd cryn amser cyn i rywun ddarllen eich un chi.',
  },
  'staffing.unknownOnCall': {
    en: 'The force has not said when reports are checked. Someone on call is told about urgent reports straight away.',
    cy: 'Nid yw’r heddlu wedi dweud pryd mae rhywun yn edrych ar adroddiadau. Caiff rhywun ar alwad wybod am rai brys ar unwaith.',
  },
  'staffing.hours': {
    en: 'Reports are checked {hours}. At other times nobody checks them.',
    cy: 'Mae rhywun yn edrych ar adroddiadau {hours}. Nid oes neb yn edrych arnynt ar adegau eraill.',
  },
  'staffing.hoursOnCall': {
    en: 'Reports are checked {hours}. At other times someone on call is told of urgent ones.',
    cy: 'Mae rhywun yn edrych ar adroddiadau {hours}. Ar adegau eraill, caiff rhywun ar alwad wybod am rai brys.',
  },
  'staffing.always': {
    en: 'Reports are checked at any time of day or night.',
    cy: 'Mae rhywun yn edrych ar adroddiadau ddydd a nos.',
  },
  'staffing.closed': {
    en: 'Nobody checks reports before {when}, even urgent ones.',
    cy: 'Nid oes neb yn edrych ar adroddiadau cyn {when}, hyd yn oed rhai brys.',
  },
  'staffing.closedOnCall': {
    en: 'Nobody checks reports before {when}. Someone on call is told about urgent reports straight away.',
    cy: 'Nid oes neb yn edrych ar adroddiadau cyn {when}. Caiff rhywun ar alwad wybod am rai brys ar unwaith.',
  },
  'staffing.toldNow': {
    en: 'Someone on call is being told now.',
    cy: 'Mae rhywun ar alwad yn cael gwybod nawr.',
  },
  'staffing.toldNowClosed': {
    en: 'Someone on call is being told now. Nobody else checks reports before {when}.',
    cy: 'Mae rhywun ar alwad yn cael gwybod nawr. Nid oes neb arall yn edrych ar adroddiadau cyn {when}.',
  },
} as const satisfies Words<'staffing'>;
