import type { Words } from '../word.ts';

/** The words about printing an opened report. */
export const printReportWords = {
  'print.open': { en: 'Print the report', cy: 'Argraffu’r adroddiad' },
  'print.heading': { en: 'Print this report?', cy: 'Argraffu’r adroddiad hwn?' },
  'print.intro': {
    en: 'Paper can be lost, copied and read by others, and Candour cannot erase it. Each page says who printed it and when. Before the print window opens, the history records that you are printing this report, even if you then print nothing.',
    cy: 'Gall papur fynd ar goll, cael ei gopïo a’i ddarllen gan eraill, ac ni all Candour ei ddileu. Mae pob tudalen yn dweud pwy a’i hargraffodd a phryd. Cyn i’r ffenestr argraffu agor, mae’r hanes yn cofnodi eich bod yn argraffu’r adroddiad hwn, hyd yn oed os na fyddwch yn argraffu dim wedyn.',
  },
  'print.identity': {
    en: 'The answers in the report and the names of its files are printed. Messages, notes and the name of the person who reported are not printed. The person’s own words may still show who they are.',
    cy: 'Caiff atebion yr adroddiad ac enwau ei ffeiliau eu hargraffu. Ni chaiff negeseuon, nodiadau nac enw’r person a roddodd wybod eu hargraffu. Gall geiriau’r person ei hun ddal i ddangos pwy ydyw.',
  },
  'print.send': { en: 'Record it and print', cy: 'Cofnodi ac argraffu' },
  'print.saved': {
    en: 'The history now records that you are printing this report.',
    cy: 'Mae’r hanes nawr yn cofnodi eich bod yn argraffu’r adroddiad hwn.',
  },
  'print.stamp': {
    en: 'Printed from Candour by {name}, {at}. Case {reference}, entry {entry} of its history. Confidential.',
    cy: 'Argraffwyd o Candour gan {name}, {at}. Achos {reference}, cofnod {entry} yn ei hanes. Cyfrinachol.',
  },
  'print.shut': {
    en: 'You cannot print this page while something encrypted is open on it. To print a report, use the button below the report, if there is one. To print anything else, lock your keys first.',
    cy: 'Ni allwch argraffu’r dudalen hon tra bo rhywbeth wedi’i amgryptio ar agor arni. I argraffu adroddiad, defnyddiwch y botwm o dan yr adroddiad, os oes un. I argraffu unrhyw beth arall, clowch eich allweddi yn gyntaf.',
  },
} as const satisfies Words<'print'>;
