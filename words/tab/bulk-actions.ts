import type { Words } from '../word.ts';

/** Several cases at once: handing over, giving and acknowledging. */
export const bulkActionWords = {
  'bulk.handOverWhat': {
    en: 'All of one person’s open cases go to another person, and the history of each case records it. Cases that you may not see stay where they are.',
    cy: 'Mae holl achosion agored un person yn mynd at berson arall, ac mae hanes pob achos yn cofnodi hynny. Mae achosion na chewch eu gweld yn aros lle maent.',
  },
  'bulk.from': { en: 'From', cy: 'Oddi wrth' },
  'bulk.fromPerson': {
    en: '{name} ({count, plural, one {# open case} other {# open cases}})',
    cy: '{name} ({count, plural, other {# achos agored}})',
  },
  'bulk.to': { en: 'Give them to', cy: 'Eu rhoi i' },
  'bulk.give': {
    en: '{count, plural, one {Hand over # case} other {Hand over # cases}}',
    cy: '{count, plural, other {Trosglwyddo # achos}}',
  },
  'bulk.giveNone': { en: 'Hand over', cy: 'Trosglwyddo' },
  'bulk.most': {
    en: 'You can hand over at most {most} cases at a time. Hand over the rest afterwards.',
    cy: 'Gallwch drosglwyddo hyd at {most} achos ar y tro. Trosglwyddwch y gweddill wedyn.',
  },
  'bulk.nobody': { en: 'Nobody has open cases.', cy: 'Nid oes gan neb achosion agored.' },
  'bulk.progress': { en: '{done} of {count}', cy: '{done} o {count}' },
  'bulk.working': { en: 'One moment', cy: 'Arhoswch eiliad' },
  'bulk.done': {
    en: '{count, plural, =0 {No case was handed over.} one {# case was handed over.} other {# cases were handed over.}}',
    cy: '{count, plural, =0 {Ni throsglwyddwyd unrhyw achos.} other {Trosglwyddwyd # achos.}}',
  },
  'bulk.acknowledged': {
    en: '{count, plural, =0 {No case was acknowledged.} one {# case was acknowledged.} other {# cases were acknowledged.}}',
    cy: '{count, plural, =0 {Ni chydnabuwyd unrhyw achos.} other {Cydnabuwyd # achos.}}',
  },
  'bulk.moved': {
    en: '{reference}: someone else was given it in the meantime, so it was left as it is.',
    cy: '{reference}: rhoddwyd ef i rywun arall yn y cyfamser, felly gadawyd ef fel y mae.',
  },
  'bulk.notTo': {
    en: '{reference}: you cannot give this case to that person.',
    cy: '{reference}: ni allwch roi’r achos hwn i’r person hwnnw.',
  },
  'bulk.reasonNeeded': {
    en: '{reference}: it is with a colleague. Hand it over on its own page, with a reason.',
    cy: '{reference}: mae gyda chydweithiwr. Trosglwyddwch ef ar ei dudalen ei hun, gyda rheswm.',
  },
  'bulk.refused': {
    en: '{reference}: you cannot see this case, or it does not exist.',
    cy: '{reference}: ni allwch weld yr achos hwn, neu nid yw’n bodoli.',
  },
  'bulk.unsure': {
    en: '{reference}: Candour has not confirmed that this was done.',
    cy: '{reference}: nid yw Candour wedi cadarnhau bod hyn wedi’i wneud.',
  },
  'bulk.ticked': {
    en: '{count, plural, =0 {No case is ticked.} one {# case is ticked.} other {# cases are ticked.}}',
    cy: '{count, plural, =0 {Nid oes achos wedi’i dicio.} one {Mae # achos wedi’i dicio.} other {Mae # achos wedi’u ticio.}}',
  },
  'bulk.tickAll': { en: 'Tick all the cases shown', cy: 'Ticio pob achos a ddangosir' },
  'bulk.tickNone': { en: 'Clear the ticks', cy: 'Clirio’r ticiau' },
  'bulk.acknowledge': { en: 'Acknowledge them', cy: 'Eu cydnabod' },
  'bulk.again': { en: 'Try these again', cy: 'Rhoi cynnig arall ar y rhain' },
} as const satisfies Words<'bulk'>;
