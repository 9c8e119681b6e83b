import type { Words } from '../word.ts';

/** The words of a file of a summary beside those of its tables. */
export const summaryFileWords = {
  'file.report': { en: 'Summary of reports made in confidence', cy: 'Crynodeb o adroddiadau a wnaed yn gyfrinachol' },
  'file.summary': { en: 'Summary', cy: 'Crynodeb' },
  'file.period': { en: 'Period', cy: 'Cyfnod' },
  'file.from': { en: 'From', cy: 'O' },
  'file.to': { en: 'To', cy: 'Hyd at' },
  'file.asAt': { en: 'As at', cy: 'Cyfrifwyd ar' },
  'file.audience': { en: 'For', cy: 'Ar gyfer' },
  'file.acu': { en: 'The unit that handles these reports', cy: 'Yr uned sy’n delio â’r adroddiadau hyn' },
  'file.reserve': { en: 'The reserve officers', cy: 'Y swyddogion wrth gefn' },
  'file.wider': { en: 'Wider readers', cy: 'Darllenwyr ehangach' },
  'file.table': { en: 'Table', cy: 'Tabl' },
  'file.tableTitle': { en: 'Title of the table', cy: 'Teitl y tabl' },
  'file.row': { en: 'Row', cy: 'Rhes' },
  'file.rowTitle': { en: 'Label of the row', cy: 'Label y rhes' },
  'file.column': { en: 'Column', cy: 'Colofn' },
  'file.columnTitle': { en: 'Title of the column', cy: 'Teitl y golofn' },
  'file.value': { en: 'Value', cy: 'Gwerth' },
  'file.state': { en: 'State', cy: 'Statws' },
  'file.definition': { en: 'Definition', cy: 'Diffiniad' },
  'file.definitions': { en: 'Definitions', cy: 'Diffiniadau' },
  'file.notes': { en: 'Notes', cy: 'Nodiadau' },
  'file.change': { en: 'Change from the period before', cy: 'Newid o’r cyfnod blaenorol' },
  'file.head': { en: 'Main figures', cy: 'Prif ffigurau' },
  'file.trend': { en: 'Week by week', cy: 'Fesul wythnos' },
  'file.week': { en: 'Week', cy: 'Wythnos' },
  'file.weekOf': { en: 'Week beginning', cy: 'Wythnos yn dechrau' },
  'file.noFigure': { en: 'none', cy: 'dim ffigur' },
  'file.byWeek': { en: '{title}, week by week', cy: '{title}, fesul wythnos' },
  'file.fact': { en: '{label}: {value}', cy: '{label}: {value}' },
  'file.page': { en: '{title}, page {page} of {pages}', cy: '{title}, tudalen {page} o {pages}' },
  'file.tables': { en: 'Tables', cy: 'Tablau' },
  'file.about': { en: 'About these figures', cy: 'Am y ffigurau hyn' },
  'file.frozen': {
    en: 'Each whole week is counted when it is over. A figure that has been issued does not change, even if a case does.',
    cy: 'Mae pob wythnos gyfan yn cael ei chyfrif pan fydd ar ben. Nid yw ffigur a gyhoeddwyd yn newid, hyd yn oed os bydd achos yn newid.',
  },
  'file.isAcu': {
    en: 'These are the unit’s figures. They do not include cases that the reserve officers handle.',
    cy: 'Ffigurau’r uned yw’r rhain. Nid ydynt yn cynnwys achosion y mae’r swyddogion wrth gefn yn delio â nhw.',
  },
  'file.isReserve': {
    en: 'These are the reserve officers’ figures. They do not include cases that the unit handles.',
    cy: 'Ffigurau’r swyddogion wrth gefn yw’r rhain. Nid ydynt yn cynnwys achosion y mae’r uned yn delio â nhw.',
  },
  'file.isWider': {
    en: 'Small counts are not shown and the others are rounded, so that nobody can be identified from them.',
    cy: 'Nid yw niferoedd bach yn cael eu dangos ac mae’r lleill wedi’u talgrynnu, fel na all neb gael ei adnabod ohonynt.',
  },
  'file.more': {
    en: 'More reports can mean that more people know about this way of reporting and trust it. More reports do not in themselves mean more wrongdoing.',
    cy: 'Gall mwy o adroddiadau olygu bod mwy o bobl yn gwybod am y ffordd hon o roi gwybod ac yn ymddiried ynddi. Nid yw cael mwy o adroddiadau ynddo’i hun yn golygu bod mwy o gamymddwyn.',
  },
  'file.noPeople': {
    en: 'This file contains nothing that anyone wrote, and names no person or case.',
    cy: 'Nid yw’r ffeil hon yn cynnwys dim a ysgrifennodd neb, ac nid yw’n enwi unrhyw berson nac achos.',
  },
  'file.noneShown': {
    en: 'There are no figures to show for these weeks.',
    cy: 'Nid oes ffigurau i’w dangos ar gyfer yr wythnosau hyn.',
  },
  'file.hatched': {
    en: 'Hatched bar: figure not shown. No bar: no figure.',
    cy: 'Bar â llinellau lletraws: ffigur heb ei ddangos. Dim bar: dim ffigur.',
  },
  'file.alternative': { en: 'Chart: {title}. {values}.', cy: 'Siart: {title}. {values}.' },
  'file.gaps': {
    en: 'A gap means that the week has no figure, or its figure is not shown. It does not mean zero.',
    cy: 'Mae bwlch yn golygu nad oes gan yr wythnos ffigur, neu nad yw ei ffigur yn cael ei ddangos. Nid yw’n golygu sero.',
  },
} as const satisfies Words<'file'>;
