import type { Words } from '../word.ts';

/** How the weekly summary is sent, and why one was not. */
export const summaryDeliveryWords = {
  'sending.ready': { en: 'The weekly summary is ready', cy: 'Mae’r crynodeb wythnosol yn barod' },
  'sending.for': { en: 'It is for: {audience}.', cy: 'Mae ar gyfer: {audience}.' },
  'sending.who': {
    en: 'Candour shows it only to people who have the role for it, so there are no figures here.',
    cy: 'Dim ond i bobl sydd â’r rôl ar ei gyfer y mae Candour yn ei ddangos, felly nid oes ffigurau yma.',
  },
  'sending.where': {
    en: 'To see it, send “weekly summary” in your own chat with Candour.',
    cy: 'I’w weld, anfonwch “crynodeb wythnosol” yn eich sgwrs eich hun â Candour.',
  },
  'sending.show': { en: 'Show the summary', cy: 'Dangos y crynodeb' },
  'sending.testHeading': {
    en: 'This channel receives summary messages',
    cy: 'Mae’r sianel hon yn cael negeseuon am y crynodeb',
  },
  'sending.test': {
    en: 'This is a test post for: {target}. From now on, Candour posts here each week when the summary is ready, beginning with the most recent one.',
    cy: 'Neges brawf yw hon ar gyfer: {target}. O hyn ymlaen, bydd Candour yn postio yma bob wythnos pan fydd y crynodeb yn barod, gan ddechrau gyda’r un diweddaraf.',
  },
  'sending.notHereHeading': {
    en: 'This channel does not receive summary messages',
    cy: 'Nid yw’r sianel hon yn cael negeseuon am y crynodeb',
  },
  'sending.notHere': {
    en: 'This channel does not receive alerts about the cases in this summary, so it cannot be told when the summary is ready. Nothing was changed.',
    cy: 'Nid yw’r sianel hon yn derbyn rhybuddion am yr achosion sydd yn y crynodeb hwn, felly ni all y sianel gael gwybod pan fydd y crynodeb yn barod. Ni newidiwyd dim.',
  },
  'sending.stopped': {
    en: 'This channel will no longer be told when the summary is ready. To start again, mention Candour here with “{command}”.',
    cy: 'Ni fydd y sianel hon yn cael gwybod mwyach pan fydd y crynodeb yn barod. I ailddechrau, crybwyllwch Candour yma gyda “{command}”.',
  },
  'sending.how': { en: 'How the weekly summary is sent', cy: 'Sut mae’n cael ei anfon' },
  'sending.heading': {
    en: 'How the weekly summary is sent',
    cy: 'Sut mae’r crynodeb wythnosol yn cael ei anfon',
  },
  'sending.when': {
    en: 'The summary of the week before is sent every {day}, from {hour}:00.',
    cy: 'Mae crynodeb yr wythnos flaenorol yn cael ei anfon bob {day}, o {hour}:00 ymlaen.',
  },
  'sending.monday': { en: 'Monday', cy: 'dydd Llun' },
  'sending.tuesday': { en: 'Tuesday', cy: 'dydd Mawrth' },
  'sending.wednesday': { en: 'Wednesday', cy: 'dydd Mercher' },
  'sending.thursday': { en: 'Thursday', cy: 'dydd Iau' },
  'sending.friday': { en: 'Friday', cy: 'dydd Gwener' },
  'sending.saturday': { en: 'Saturday', cy: 'dydd Sadwrn' },
  'sending.sunday': { en: 'Sunday', cy: 'dydd Sul' },
  'sending.toChannel': {
    en: 'Candour tells a channel when the summary is ready.',
    cy: 'Mae sianel yn cael gwybod pan fydd y crynodeb yn barod.',
  },
  'sending.noChannel': {
    en: 'No channel is told when the summary is ready. To choose a channel, mention Candour in it with “{command}”.',
    cy: 'Nid oes sianel yn cael gwybod pan fydd y crynodeb yn barod. I ddewis sianel, crybwyllwch Candour ynddi gyda “{command}”.',
  },
  'sending.last': { en: 'Last sent: {period}, on {time}.', cy: 'Anfonwyd ddiwethaf: {period}, ar {time}.' },
  'sending.neverSent': { en: 'None has been sent yet.', cy: 'Nid oes yr un wedi’i anfon eto.' },
  'sending.waits': { en: '{period}: not sent yet. {reason}', cy: '{period}: heb ei anfon eto. {reason}' },
  'sending.clock': {
    en: 'This server’s clock was set a short while ago, so no new week is counted yet.',
    cy: 'Cafodd cloc y gweinydd hwn ei osod yn ddiweddar iawn, felly ni chaiff wythnos newydd ei chyfrif am y tro.',
  },
  'sending.damaged': {
    en: 'The figures, or a case that they count, cannot be read. Ask the operators to run “npm run audit -- verify”.',
    cy: 'Ni ellir darllen y ffigurau, neu achos sydd wedi’i gyfrif ynddynt. Gofynnwch i’r gweithredwyr redeg “npm run audit -- verify”.',
  },
  'sending.store': {
    en: 'Candour could not reach its records.',
    cy: 'Ni allai Candour gyrraedd ei gofnodion.',
  },
  'sending.noTarget': { en: 'No channel is set.', cy: 'Nid oes sianel wedi’i gosod.' },
  'sending.elsewhere': {
    en: 'Alerts about these cases are no longer posted in that channel.',
    cy: 'Nid yw rhybuddion am yr achosion hyn yn cael eu postio yn y sianel honno mwyach.',
  },
  'sending.noRole': {
    en: 'When Candour tried to send it, you did not have the role needed.',
    cy: 'Pan geisiodd Candour ei anfon, nid oedd y rôl angenrheidiol gennych.',
  },
  'sending.refused': {
    en: 'Teams did not accept it. Candour may have been removed from the channel or chat.',
    cy: 'Ni dderbyniodd Teams ef. Efallai fod Candour wedi’i dynnu o’r sianel neu’r sgwrs.',
  },
  'sending.busy': {
    en: 'Teams was too busy to accept it. Candour will try again.',
    cy: 'Roedd Teams yn rhy brysur i’w dderbyn. Bydd Candour yn rhoi cynnig arall arni.',
  },
  'sending.noAnswer': {
    en: 'It is not clear whether it arrived. Candour will try again, so it may arrive twice.',
    cy: 'Nid yw’n glir a gyrhaeddodd. Bydd Candour yn rhoi cynnig arall arni, felly gall gyrraedd ddwywaith.',
  },
  'sending.unexpected': {
    en: 'Something went wrong. The operators’ log has a line about it.',
    cy: 'Aeth rhywbeth o’i le. Mae llinell amdano yn log y gweithredwyr.',
  },
  'sending.unsure': {
    en: 'Number of times delivery was not confirmed: {count, number}.',
    cy: 'Nifer y troeon na chadarnhawyd ei fod wedi cyrraedd: {count, number}.',
  },
  'sending.people': {
    en: 'People it is sent to: {count, number}.',
    cy: 'Pobl y mae’n cael ei anfon atynt: {count, number}.',
  },
  'sending.peopleWaiting': {
    en: 'Of these, people still waiting for it: {count, number}.',
    cy: 'O’r rhain, pobl sy’n dal i aros amdano: {count, number}.',
  },
  'sending.toYou': { en: 'You get it every week.', cy: 'Rydych yn ei gael bob wythnos.' },
  'sending.notToYou': { en: 'You do not receive it.', cy: 'Nid ydych yn ei gael.' },
  'sending.toMe': { en: 'Send it to me every week', cy: 'Ei anfon ataf bob wythnos' },
  'sending.notToMe': { en: 'Stop sending it to me', cy: 'Peidio â’i anfon ataf' },
  'sending.dailyCount': { en: 'The daily count', cy: 'Y nifer dyddiol' },
  'sending.dailyAcu': {
    en: 'For the Anti-Corruption Unit.',
    cy: 'Ar gyfer yr Uned Wrthlygredd.',
  },
  'sending.dailyReserve': { en: 'For the reserve officers.', cy: 'Ar gyfer y swyddogion wrth gefn.' },
} as const satisfies Words<'sending'>;
