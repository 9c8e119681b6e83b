import type { Words } from '../word.ts';

/** Who looks at reports, and when: out of what the force has set. */
export const staffingWords = {
  'staffing.unknown': {
    en: 'The force has not said when reports are looked at. It may be some time before anyone reads yours.',
    cy: 'Nid yw’r heddlu wedi dweud pryd mae rhywun yn edrych ar adroddiadau. Gall gymryd amser cyn i rywun ddarllen eich un chi.',
  },
  'staffing.unknownOnCall': {
    en: 'The force has not said when reports are looked at. Someone on call hears of urgent ones at once.',
    cy: 'Nid yw’r heddlu wedi dweud pryd mae rhywun yn edrych ar adroddiadau. Caiff rhywun ar alwad wybod am rai brys ar unwaith.',
  },
  'staffing.hours': {
    en: 'Reports are looked at {hours}. At other times nobody looks at them.',
    cy: 'Mae rhywun yn edrych ar adroddiadau {hours}. Nid oes neb yn edrych arnynt ar adegau eraill.',
  },
  'staffing.hoursOnCall': {
    en: 'Reports are looked at {hours}. Otherwise someone on call hears of urgent ones.',
    cy: 'Mae rhywun yn edrych ar adroddiadau {hours}. Fel arall, caiff rhywun ar alwad wybod am rai brys.',
  },
  'staffing.always': {
    en: 'Somebody looks at reports at any time of day or night.',
    cy: 'Mae rhywun yn edrych ar adroddiadau ar unrhyw adeg o’r dydd neu’r nos.',
  },
  'staffing.closed': {
    en: 'Nobody looks at reports before {when}, urgent ones included.',
    cy: 'Nid oes neb yn edrych ar adroddiadau cyn {when}, gan gynnwys rhai brys.',
  },
  'staffing.closedOnCall': {
    en: 'Nobody looks at reports before {when}. Someone on call hears of urgent ones at once.',
    cy: 'Nid oes neb yn edrych ar adroddiadau cyn {when}. Caiff rhywun ar alwad wybod am rai brys ar unwaith.',
  },
  'staffing.toldNow': {
    en: 'Someone on call is told now.',
    cy: 'Mae rhywun ar alwad yn cael gwybod nawr.',
  },
  'staffing.toldNowClosed': {
    en: 'Someone on call is told now. Nobody else looks at reports before {when}.',
    cy: 'Mae rhywun ar alwad yn cael gwybod nawr. Nid oes neb arall yn edrych ar adroddiadau cyn {when}.',
  },
} as const satisfies Words<'staffing'>;
