import type { Words } from '../word.ts';

/** Calm cards for what did not go as it should. */
export const noticeWords = {
  'notice.foreignHeading': {
    en: 'This card was made for someone else',
    cy: 'Gwnaed y cerdyn hwn ar gyfer rhywun arall',
  },
  'notice.foreign': {
    en: 'Only that person can use it. Nothing was saved. You can start your own card.',
    cy: 'Dim ond y person hwnnw a all ei ddefnyddio. Ni chadwyd dim. Gallwch ddechrau eich cerdyn eich hun.',
  },
  'notice.staleHeading': {
    en: 'This card is from another version of Candour',
    cy: 'Daw’r cerdyn hwn o fersiwn arall o Candour',
  },
  'notice.stale': {
    en: 'Candour has been updated since this card was made, or is being updated now, so this step was not saved. Start again. If you had already sent your report or chosen to finish later, your return code will take you to it.',
    cy: 'Mae Candour wedi’i ddiweddaru ers i’r cerdyn hwn gael ei wneud, neu wrthi’n cael ei ddiweddaru, felly ni chadwyd y cam hwn. Dechreuwch eto. Os oeddech eisoes wedi anfon eich adroddiad neu wedi dewis gorffen yn nes ymlaen, bydd eich cod dychwelyd yn mynd â chi ato.',
  },
  'notice.newerHeading': { en: 'Candour is being updated', cy: 'Mae Candour yn cael ei ddiweddaru' },
  'notice.newer': {
    en: 'Candour is being updated and cannot change this at the moment. Nothing was changed or lost. Try again in a few minutes. If it keeps happening, tell Candour’s operators in your force.',
    cy: 'Mae Candour yn cael ei ddiweddaru ac ni all newid hyn ar hyn o bryd. Ni newidiwyd ac ni chollwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau. Os bydd hyn yn parhau, dywedwch wrth weithredwyr Candour yn eich heddlu.',
  },
  'notice.oddHeading': { en: 'That button did not work', cy: 'Ni weithiodd y botwm hwnnw' },
  'notice.odd': {
    en: 'The button did not send what Candour expected. Nothing was saved. Start again.',
    cy: 'Nid anfonodd y botwm yr hyn yr oedd Candour yn ei ddisgwyl. Ni chadwyd dim. Dechreuwch eto.',
  },
  'notice.refusedHeading': { en: 'You do not have access to this', cy: 'Nid yw hyn ar gael i chi' },
  'notice.refused': {
    en: 'You need a role that you do not have here. If you think you should have it, ask Candour’s operators in your force.',
    cy: 'Mae angen rôl nad yw gennych yma. Os ydych yn meddwl y dylai fod gennych, gofynnwch i weithredwyr Candour yn eich heddlu.',
  },
  'notice.failedHeading': { en: 'Something went wrong on our side', cy: 'Aeth rhywbeth o’i le ar ein hochr ni' },
  'notice.failed': {
    en: 'This step may not have been saved. If you have a return code, use it to check whether your report was saved. If you have no code, try again in a few minutes.',
    cy: 'Efallai na chadwyd y cam hwn. Os oes gennych god dychwelyd, defnyddiwch ef i weld a gafodd eich adroddiad ei gadw. Os nad oes gennych god, rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'notice.dialogOnlyHeading': {
    en: 'Reports are made in a separate window',
    cy: 'Gwneir adroddiadau mewn ffenestr ar wahân',
  },
  'notice.dialogOnly': {
    en: 'What is typed into a card in the chat can be recorded. Use the buttons below: they open a window. Nothing was saved.',
    cy: 'Gall yr hyn a deipir mewn cerdyn yn y sgwrs gael ei gofnodi. Defnyddiwch y botymau isod: maent yn agor ffenestr. Ni chadwyd dim.',
  },
  'notice.inDialogHeading': { en: 'This continues in a window', cy: 'Mae hyn yn parhau mewn ffenestr' },
  'notice.inDialog': {
    en: 'If you do not see a window, close this card and choose the button again.',
    cy: 'Os na welwch ffenestr, caewch y cerdyn hwn a dewiswch y botwm eto.',
  },
  'notice.unavailableHeading': {
    en: 'Candour cannot reach its records at the moment',
    cy: 'Ni all Candour gyrraedd ei gofnodion ar hyn o bryd',
  },
  'notice.unavailable': {
    en: 'This does not affect your report: everything saved so far is still there. Try again in a few minutes.',
    cy: 'Nid yw hyn yn effeithio ar eich adroddiad: mae popeth a gadwyd eisoes yno o hyd. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'notice.held': {
    en: 'Nothing that you wrote is lost. Keep this card open, and choose “Try again” in a few minutes to continue from here.',
    cy: 'Nid oes dim o’r hyn a ysgrifennoch wedi’i golli. Cadwch y cerdyn hwn ar agor, a dewiswch “Rhoi cynnig arall arni” ymhen ychydig funudau i barhau o’r fan hon.',
  },
  'notice.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'notice.tooOftenHeading': { en: 'Wait a moment', cy: 'Arhoswch eiliad' },
  'notice.tooOften': {
    en: 'You have done more in a short time than Candour can accept, so this step was not done. Wait a minute, then try again.',
    cy: 'Rydych wedi gwneud mwy mewn amser byr nag y gall Candour ei dderbyn, felly ni wnaed y cam hwn. Arhoswch funud, yna rhowch gynnig arall arni.',
  },
  'notice.channelHelpHeading': { en: 'Candour in this channel', cy: 'Candour yn y sianel hon' },
  'notice.channelHelp': {
    en: 'Do not write about a report in a channel. To choose what is posted here, mention Candour with one of these commands. You need the right role for each.',
    cy: 'Peidiwch ag ysgrifennu am adroddiad mewn sianel. I ddewis beth sy’n cael ei bostio yma, crybwyllwch Candour gydag un o’r gorchmynion hyn. Mae angen y rôl briodol ar gyfer pob un.',
  },
  'notice.channelAlerts': { en: 'Alerts', cy: 'Rhybuddion' },
  'notice.alertsHere': {
    en: '“{command}”: post alerts in this channel.',
    cy: '“{command}”: postio rhybuddion yn y sianel hon.',
  },
  'notice.alertHealth': {
    en: '“alert health”: check whether alerts are being delivered.',
    cy: '“cyflwr rhybuddion”: gweld a yw rhybuddion yn cyrraedd.',
  },
  'notice.summaryHere': {
    en: '“{command}”: post the summary here every week, without small counts.',
    cy: '“{command}”: postio’r crynodeb yn y sianel hon bob wythnos, heb niferoedd bach.',
  },
  'notice.summaryReady': {
    en: '“{unit}” or “{reserve}”: post a message in this channel when the summary is ready, without figures.',
    cy: '“{unit}” neu “{reserve}”: postio neges yn y sianel hon pan fydd y crynodeb yn barod, heb ffigurau.',
  },
  'notice.noSummary': {
    en: '“no summary here”: stop posting about the summary here.',
    cy: '“dim crynodeb yma”: rhoi’r gorau i bostio am y crynodeb yn y sianel hon.',
  },
  'notice.summaryHealth': {
    en: '“summary health”: check when the summary was last sent, or why it was not sent.',
    cy: '“cyflwr crynodebau”: gweld pryd y cafodd y crynodeb ei anfon ddiwethaf, neu pam na chafodd ei anfon.',
  },
  'notice.channelOnlyHeading': { en: 'This works only in a channel', cy: 'Dim ond mewn sianel y mae hyn yn gweithio' },
  'notice.channelOnly': {
    en: 'These commands work in a team channel, not in this chat. Go to the channel, mention Candour and type the same words there. You need the right role. Nothing was changed.',
    cy: 'Mewn sianel tîm y mae’r gorchmynion hyn yn gweithio, nid yn y sgwrs hon. Ewch i’r sianel, crybwyllwch Candour a theipiwch yr un geiriau yno. Mae angen y rôl briodol. Ni newidiwyd dim.',
  },
  'notice.summaryElsewhereHeading': {
    en: 'This opens in your own chat',
    cy: 'Mae hyn yn agor yn eich sgwrs eich hun',
  },
  'notice.summaryElsewhere': {
    en: 'Other people can read this chat. Open your own chat with Candour and type “weekly summary”. You need the right role.',
    cy: 'Gall pobl eraill ddarllen y sgwrs hon. Agorwch eich sgwrs eich hun gyda Candour a theipiwch “crynodeb wythnosol”. Mae angen y rôl briodol.',
  },
  'notice.campaignHereHeading': {
    en: 'Campaigns can be posted in this channel',
    cy: 'Gellir postio ymgyrchoedd yn y sianel hon',
  },
  'notice.campaignHere': {
    en: 'This channel can now be chosen for an item on the page “Campaigns”. A second person approves each item before it is posted. To stop this, mention Candour here with “no campaign here”.',
    cy: 'Gellir dewis y sianel hon nawr ar gyfer eitem ar y dudalen “Ymgyrchoedd”. Mae ail berson yn cymeradwyo pob eitem cyn iddi gael ei phostio. I roi terfyn ar hyn, crybwyllwch Candour yma gyda “dim ymgyrch yma”.',
  },
  'notice.campaignNotHereHeading': {
    en: 'Campaigns are no longer posted in this channel',
    cy: 'Nid yw ymgyrchoedd yn cael eu postio yn y sianel hon mwyach',
  },
  'notice.campaignNotHere': {
    en: 'Nothing more will be posted here. What was posted stays until someone withdraws it on the page “Campaigns”.',
    cy: 'Ni chaiff dim arall ei bostio yma. Bydd yr hyn a bostiwyd yn aros nes i rywun ei dynnu’n ôl ar y dudalen “Ymgyrchoedd”.',
  },
  'notice.campaignRefusedHeading': {
    en: 'You cannot choose channels for campaigns',
    cy: 'Ni allwch ddewis sianeli ar gyfer ymgyrchoedd',
  },
  'notice.campaignRefused': {
    en: 'You need the role of a writer of guidance and campaigns. Nothing was changed.',
    cy: 'Mae angen rôl ysgrifennwr canllawiau ac ymgyrchoedd. Ni newidiwyd dim.',
  },
  'notice.campaignElsewhereHeading': {
    en: 'Choose another channel',
    cy: 'Dewiswch sianel arall',
  },
  'notice.campaignElsewhere': {
    en: 'This channel gets alerts or summaries, so it cannot be used for campaigns. Nothing was changed.',
    cy: 'Mae’r sianel hon yn cael rhybuddion neu grynodebau, felly ni ellir ei defnyddio ar gyfer ymgyrchoedd. Ni newidiwyd dim.',
  },
  'notice.messagesElsewhereHeading': {
    en: 'You choose this in your own chat',
    cy: 'Rydych yn dewis hyn yn eich sgwrs eich hun',
  },
  'notice.messagesElsewhere': {
    en: 'Other people can read this chat. Open your own chat with Candour and type “messages”. Nothing was changed.',
    cy: 'Gall pobl eraill ddarllen y sgwrs hon. Agorwch eich sgwrs eich hun gyda Candour a theipiwch “negeseuon”. Ni newidiwyd dim.',
  },
  'notice.ownChat': {
    en: 'Other people can read this chat too. To report, come back to a report, or choose something for yourself, open your own chat with Candour.',
    cy: 'Gall pobl eraill ddarllen y sgwrs hon hefyd. I roi gwybod, dod yn ôl at adroddiad neu ddewis rhywbeth i chi’ch hun, agorwch eich sgwrs eich hun gyda Candour.',
  },
  'notice.acknowledgeRefused': {
    en: 'Only people who handle this case can acknowledge it. Nothing was changed.',
    cy: 'Dim ond pobl sy’n delio â’r achos hwn a all ei gydnabod. Ni newidiwyd dim.',
  },
  'notice.reference': {
    en: 'If you ask for help, give this number',
    cy: 'Os byddwch yn gofyn am help, rhowch y rhif hwn',
  },
} as const satisfies Words<'notice'>;
