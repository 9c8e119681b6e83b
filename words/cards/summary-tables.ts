import type { Words } from '../word.ts';

/** The words of the tables of a weekly summary. */
export const summaryTableWords = {
  'summary.received': { en: 'Reports received', cy: 'Adroddiadau a ddaeth i law' },
  'summary.kind': { en: 'Kind of concern', cy: 'Math o bryder' },
  'summary.noKind': { en: 'No heading chosen', cy: 'Dim pennawd wedi’i ddewis' },
  'summary.urgency': { en: 'Urgency', cy: 'Lefel brys' },
  'summary.urgent': { en: 'Reports of someone at risk now', cy: 'Adroddiadau bod rhywun mewn perygl nawr' },
  'summary.standard': { en: 'Other reports', cy: 'Adroddiadau eraill' },
  'summary.mode': { en: 'Way of reporting', cy: 'Dull o roi gwybod' },
  'summary.route': { en: 'Who reported', cy: 'Pwy roddodd wybod' },
  'summary.staff': { en: 'Officers, staff and volunteers', cy: 'Swyddogion, staff a gwirfoddolwyr' },
  'summary.hub': { en: 'A partner organisation', cy: 'Sefydliad partner' },
  'summary.partnerType': {
    en: 'Kind of organisation that passed reports on',
    cy: 'Math o sefydliad a drosglwyddodd adroddiadau',
  },
  'summary.partnerTypeWhen': {
    en: 'The kinds of organisation are shown only for whole quarters and years that are over.',
    cy: 'Dim ond ar gyfer chwarteri a blynyddoedd cyfan sydd ar ben y mae’r mathau o sefydliad yn cael eu dangos.',
  },
  'summary.partnerTypeFew': {
    en: 'There were too few reports from the hub to show which kinds of organisation passed them on.',
    cy: 'Roedd rhy ychydig o adroddiadau o’r hwb i ddangos pa fathau o sefydliad a’u trosglwyddodd.',
  },
  'summary.language': { en: 'Language', cy: 'Iaith' },
  'summary.english': { en: 'English', cy: 'Saesneg' },
  'summary.welsh': { en: 'Welsh', cy: 'Cymraeg' },
  'summary.acknowledgement': { en: 'Acknowledgement', cy: 'Cydnabod' },
  'summary.inTime': { en: 'Acknowledged within the target', cy: 'Wedi’u cydnabod o fewn y targed' },
  'summary.late': { en: 'Acknowledged later', cy: 'Wedi’u cydnabod yn hwyrach' },
  'summary.overdue': { en: 'Not acknowledged, past the target', cy: 'Heb eu cydnabod, y targed wedi mynd heibio' },
  'summary.notYetDue': {
    en: 'Not acknowledged, still within the target',
    cy: 'Heb eu cydnabod, ond yn dal o fewn y targed',
  },
  'summary.acknowledged': { en: 'Acknowledged', cy: 'Wedi’u cydnabod' },
  'summary.waiting': { en: 'Not acknowledged', cy: 'Heb eu cydnabod' },
  'summary.open': { en: 'Open at the end of the week', cy: 'Ar agor ar ddiwedd yr wythnos' },
  'summary.upTo7': { en: 'Up to 7 days', cy: 'Hyd at 7 diwrnod' },
  'summary.from8To28': { en: '8 to 28 days', cy: '8 i 28 diwrnod' },
  'summary.from29To90': { en: '29 to 90 days', cy: '29 i 90 diwrnod' },
  'summary.over90': { en: 'Over 90 days', cy: 'Dros 90 diwrnod' },
  'summary.all': { en: 'All', cy: 'Pob un' },
  'summary.change': { en: 'Change', cy: 'Newid' },
  'summary.weekBefore': { en: 'Week before', cy: 'Wythnos flaenorol' },
  'summary.before': { en: 'Previous period', cy: 'Cyfnod blaenorol' },
  'summary.rolling': {
    en: '{weeks, plural, =4 {Four} other {#}} weeks to {to}',
    cy: '{weeks, plural, =4 {Pedair wythnos} other {# wythnos}} hyd at {to}',
  },
  'summary.quarter': {
    en: '{quarter, select, 1 {January to March} 2 {April to June} 3 {July to September} other {October to December}} {year}',
    cy: '{quarter, select, 1 {Ionawr i Fawrth} 2 {Ebrill i Fehefin} 3 {Gorffennaf i Fedi} other {Hydref i Ragfyr}} {year}',
  },
  'summary.yearToMarch': { en: 'Year to 31 March {year}', cy: 'Blwyddyn hyd at 31 Mawrth {year}' },
  'summary.dates': {
    en: '{weeks, plural, one {One week} other {# weeks}}: {dates}.',
    cy: '{weeks, plural, one {Un wythnos} two {Dwy wythnos} few {Tair wythnos} many {Chwe wythnos} other {# wythnos}}: {dates}.',
  },
  'summary.counted': {
    en: 'Counted once, on {day}. The figures do not change.',
    cy: 'Wedi’u cyfrif unwaith, ar {day}. Nid yw’r ffigurau’n newid.',
  },
  'summary.countedEach': {
    en: 'Each week was counted once, the last on {day}. The figures do not change.',
    cy: 'Cafodd pob wythnos ei chyfrif unwaith, yr olaf ar {day}. Nid yw’r ffigurau’n newid.',
  },
  'summary.amendedTitle': { en: 'Counted again', cy: 'Wedi’u cyfrif eto' },
  'summary.countOf': { en: 'Count {count}, {day}', cy: 'Cyfrif {count}, {day}' },
  'summary.amended': {
    en: 'Counted again on {day} (count number {count}). Reports received: {now}, and {first} at the first count.',
    cy: 'Wedi’u cyfrif eto ar {day} (cyfrif rhif {count}). Adroddiadau a ddaeth i law: {now} (yn y cyfrif cyntaf: {first}).',
  },
  'summary.amendedFirst': {
    en: 'All other figures come from {weeks, plural, one {the first count, on {day},} other {the first counts, the last of them on {day},}} and do not change.',
    cy: 'Mae’r holl ffigurau eraill yn dod o’r {weeks, plural, one {cyfrif cyntaf, ar {day},} other {cyfrifon cyntaf, yr olaf ohonynt ar {day},}} ac nid ydynt yn newid.',
  },
  'summary.amendedWeek': {
    en: '{week}, counted again on {day} (count number {count})',
    cy: '{week}, wedi’i chyfrif eto ar {day} (cyfrif rhif {count})',
  },
  'summary.amendedWeeks': {
    en: '{weeks, plural, one {One of these weeks was} other {# of these weeks were}} counted again later.',
    cy: '{weeks, plural, one {Cafodd un o’r wythnosau hyn ei chyfrif} two {Cafodd dwy o’r wythnosau hyn eu cyfrif} other {Cafodd # o’r wythnosau hyn eu cyfrif}} eto yn ddiweddarach.',
  },
  'summary.receivedFirst': { en: 'Received, first count', cy: 'Wedi dod i law, cyfrif cyntaf' },
  'summary.receivedLast': { en: 'Received, last count', cy: 'Wedi dod i law, cyfrif olaf' },
  'summary.amendedUnread': {
    en: 'A later count of the week of {week} cannot be read, so it is not shown.',
    cy: 'Ni ellir darllen cyfrif diweddarach o wythnos {week}, felly nid yw’n cael ei ddangos.',
  },
  'summary.quietWeek': {
    en: 'No reports were received in this week.',
    cy: 'Ni ddaeth unrhyw adroddiad i law yn ystod yr wythnos hon.',
  },
  'summary.quietWeeks': {
    en: 'No reports were received in these weeks.',
    cy: 'Ni ddaeth unrhyw adroddiad i law yn ystod yr wythnosau hyn.',
  },
  'summary.countAsNone': {
    en: 'Weeks before Candour was in use are counted as zero.',
    cy: 'Mae wythnosau cyn i Candour gael ei ddefnyddio yn cyfrif fel sero.',
  },
  'summary.inUseSince': {
    en: 'Candour has been in use since {day}. Earlier weeks are counted as zero.',
    cy: 'Mae Candour yn cael ei ddefnyddio ers {day}. Mae wythnosau cyn hynny yn cyfrif fel sero.',
  },
  'summary.notInUse': {
    en: 'Candour was not in use then. It has been in use since {day}.',
    cy: 'Nid oedd Candour yn cael ei ddefnyddio bryd hynny. Mae’n cael ei ddefnyddio ers {day}.',
  },
  'summary.noneOpen': {
    en: 'No cases were open.',
    cy: 'Nid oedd unrhyw achos ar agor.',
  },
  'summary.target': {
    en: 'Target: {days, plural, =0 {the day of receipt} one {# day from the day of receipt} other {# days from the day of receipt}}.',
    cy: 'Targed: {days, plural, =0 {y dyddiad y daw adroddiad i law} two {# ddiwrnod o’r dyddiad y daw adroddiad i law} other {# diwrnod o’r dyddiad y daw adroddiad i law}}.',
  },
  'summary.noTarget': { en: 'No target was set.', cy: 'Nid oedd targed wedi’i osod.' },
  'summary.targets': {
    en: 'The target was not the same in all of these weeks.',
    cy: 'Nid oedd y targed yr un fath ym mhob un o’r wythnosau hyn.',
  },
  'summary.unlike': {
    en: 'The target was not the same in all of these weeks, so there is no total of reports acknowledged in time.',
    cy: 'Nid oedd y targed yr un fath ym mhob un o’r wythnosau hyn, felly nid oes cyfanswm o’r adroddiadau a gafodd eu cydnabod o fewn y targed.',
  },
  'summary.count': { en: 'Count', cy: 'Nifer' },
  'summary.hidden': { en: 'not shown', cy: 'heb ei ddangos' },
  'summary.hiddenBelow': {
    en: 'Counts from 1 to {most}, and counts that would reveal one of those, are not shown.',
    cy: 'Nid yw niferoedd o 1 i {most}, na niferoedd a fyddai’n datgelu un o’r rheini, yn cael eu dangos.',
  },
  'summary.hiddenWithZero': {
    en: 'Counts from 0 to {most}, and counts that would reveal one of those, are not shown.',
    cy: 'Nid yw niferoedd o 0 i {most}, na niferoedd a fyddai’n datgelu un o’r rheini, yn cael eu dangos.',
  },
  'summary.rounded': {
    en: 'Other counts are rounded to the nearest 5.',
    cy: 'Mae niferoedd eraill wedi’u talgrynnu i’r 5 agosaf.',
  },
  'summary.roundedSum': {
    en: 'Other counts are each rounded to a multiple of 5, so they may not add up.',
    cy: 'Mae pob nifer arall wedi’i dalgrynnu i luosrif o 5, felly efallai na fyddant yn adio’n union.',
  },
  'summary.blocks': {
    en: 'Weeks are only added together in fixed periods: a quarter, several quarters, or years to 31 March.',
    cy: 'Dim ond mewn cyfnodau sefydlog y caiff wythnosau eu hadio at ei gilydd: chwarter, sawl chwarter, neu flynyddoedd hyd at 31 Mawrth.',
  },
  'summary.lacks': {
    en: 'Weeks up to {day} were counted before this figure existed, so it is not available for them.',
    cy: 'Cafodd wythnosau hyd at {day} eu cyfrif cyn i’r ffigur hwn fodoli, felly nid yw ar gael ar eu cyfer.',
  },
  'summary.longest': {
    en: 'A case that took longer than {most} days counts as {most}.',
    cy: 'Mae achos a gymerodd fwy na {most} o ddiwrnodau yn cyfrif fel {most}.',
  },
  'summary.answerNotKnown': {
    en: 'Closed cases where the day of the first answer was not recorded: {count}.',
    cy: 'Achosion a gafodd eu cau lle na chofnodwyd diwrnod yr ateb cyntaf: {count}.',
  },
  'summary.rest': {
    en: 'The rest were acknowledged later, or were not acknowledged when the week was counted.',
    cy: 'Cafodd y gweddill eu cydnabod yn hwyrach, neu nid oeddent wedi’u cydnabod pan gafodd yr wythnos ei chyfrif.',
  },
} as const satisfies Words<'summary'>;
