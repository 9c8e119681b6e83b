import type { Words } from '../word.ts';

/** Calm cards for what did not go as it should. */
export const noticeWords = {
  'notice.foreignHeading': {
    en: 'This card was made for someone else',
    cy: 'Gwnaed y cerdyn hwn ar gyfer rhywun arall',
  },
  'notice.foreign': {
    en: 'Only the person it was made for can use it. Nothing was saved. You can start a card of your own.',
    cy: 'Dim ond y person hwnnw a all ei ddefnyddio. Ni chadwyd dim. Gallwch ddechrau eich cerdyn eich hun.',
  },
  'notice.staleHeading': {
    en: 'This card is from another version of Candour',
    cy: 'Daw’r cerdyn hwn o fersiwn arall o Candour',
  },
  'notice.stale': {
    en: 'Candour is being updated, and this step was not taken. If you sent your report before or kept it for later, your return code will take you to it.',
    cy: 'Mae Candour yn cael ei ddiweddaru, ac ni chymerwyd y cam hwn. Os ydych eisoes wedi anfon eich adroddiad neu ei gadw at eto, bydd eich cod dychwelyd yn mynd â chi ato.',
  },
  'notice.newerHeading': { en: 'Candour is being updated', cy: 'Mae Candour yn cael ei ddiweddaru' },
  'notice.newer': {
    en: 'A newer version of Candour wrote this, and the version that answered may not change it. Nothing was changed or lost. Please try again in a few minutes; if it goes on, tell those who run Candour in your force.',
    cy: 'Fersiwn mwy newydd o Candour a ysgrifennodd hyn, ac ni chaiff y fersiwn a atebodd ei newid. Ni newidiwyd ac ni chollwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau; os bydd hyn yn parhau, dywedwch wrth y rhai sy’n rhedeg Candour yn eich heddlu.',
  },
  'notice.oddHeading': { en: 'That could not be understood', cy: 'Nid oedd modd deall hynny' },
  'notice.odd': {
    en: 'The button did not send what was expected. Nothing was saved. Please carry on from here.',
    cy: 'Nid anfonodd y botwm yr hyn a ddisgwyliwyd. Ni chadwyd dim. Ewch ymlaen o’r fan hon.',
  },
  'notice.refusedHeading': { en: 'You do not have access to this', cy: 'Nid yw hyn ar gael i chi' },
  'notice.refused': {
    en: 'It needs a role that you do not have here. If you think you should have it, please ask those who run Candour in your force.',
    cy: 'Mae angen rôl nad yw gennych yma. Os ydych yn meddwl y dylai fod gennych, gofynnwch i’r rhai sy’n rhedeg Candour yn eich heddlu.',
  },
  'notice.failedHeading': { en: 'Something went wrong on our side', cy: 'Aeth rhywbeth o’i le ar ein hochr ni' },
  'notice.failed': {
    en: 'Please assume that this step saved nothing. If you have a return code, it tells you whether your report was saved. Otherwise please try again in a few minutes.',
    cy: 'Cymerwch yn ganiataol na chadwyd dim yn y cam hwn. Os oes gennych god dychwelyd, mae’n dweud wrthych a gafodd eich adroddiad ei gadw. Fel arall, rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'notice.dialogOnlyHeading': {
    en: 'Reports are made in a window of their own',
    cy: 'Gwneir adroddiadau mewn ffenestr ar wahân',
  },
  'notice.dialogOnly': {
    en: 'What is typed into a card in the chat can be recorded. Please use the buttons below: they open a window. Nothing was saved.',
    cy: 'Gall yr hyn a deipir mewn cerdyn yn y sgwrs gael ei gofnodi. Defnyddiwch y botymau isod: maent yn agor ffenestr. Ni chadwyd dim.',
  },
  'notice.inDialogHeading': { en: 'This continues in a window', cy: 'Mae hyn yn parhau mewn ffenestr' },
  'notice.inDialog': {
    en: 'If you see no window, close this card and choose the button again.',
    cy: 'Os na welwch ffenestr, caewch y cerdyn hwn a dewiswch y botwm eto.',
  },
  'notice.unavailableHeading': {
    en: 'Candour cannot reach its records just now',
    cy: 'Ni all Candour gyrraedd ei gofnodion ar hyn o bryd',
  },
  'notice.unavailable': {
    en: 'This does not affect your report: everything saved so far is still there. Please try again in a few minutes.',
    cy: 'Nid yw hyn yn effeithio ar eich adroddiad: mae popeth a gadwyd eisoes yno o hyd. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'notice.held': {
    en: 'Nothing that you wrote is lost: keep this card open, and choose “Try again” in a few minutes. It goes on from here.',
    cy: 'Nid oes dim o’r hyn rydych wedi’i ysgrifennu wedi’i golli: cadwch y cerdyn hwn ar agor, a dewiswch “Rhoi cynnig arall arni” ymhen ychydig funudau. Bydd yn parhau o’r fan hon.',
  },
  'notice.tryAgain': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'notice.tooOftenHeading': { en: 'One moment, please', cy: 'Arhoswch eiliad, os gwelwch yn dda' },
  'notice.tooOften': {
    en: 'That was more than Candour accepts from one person in a short time. Please wait a minute, then carry on.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Arhoswch funud ac ewch ymlaen.',
  },
  'notice.channelHelpHeading': { en: 'Candour in this channel', cy: 'Candour yn y sianel hon' },
  'notice.channelHelp': {
    en: 'Please do not write about a report in a channel. To say what comes here, mention Candour with one of the following. Each needs a role.',
    cy: 'Peidiwch ag ysgrifennu am adroddiad mewn sianel. I ddweud beth sy’n dod yma, crybwyllwch Candour gydag un o’r canlynol. Mae angen rôl ar gyfer pob un.',
  },
  'notice.channelAlerts': { en: 'Alerts', cy: 'Rhybuddion' },
  'notice.alertsHere': {
    en: '“{command}”: alerts come to this channel.',
    cy: '“{command}”: daw rhybuddion i’r sianel hon.',
  },
  'notice.alertHealth': {
    en: '“alert health”: whether they are being delivered.',
    cy: '“cyflwr rhybuddion”: a ydynt yn cyrraedd.',
  },
  'notice.summaryHere': {
    en: '“{command}”: it comes here every week, with small counts hidden.',
    cy: '“{command}”: daw yma bob wythnos, gyda niferoedd bach wedi’u cuddio.',
  },
  'notice.summaryReady': {
    en: '“{unit}” or “{reserve}”: this channel is told when it is ready, without figures.',
    cy: '“{unit}” neu “{reserve}”: caiff y sianel hon wybod pan fydd yn barod, heb ffigurau.',
  },
  'notice.noSummary': {
    en: '“no summary here”: it comes here no more.',
    cy: '“dim crynodeb yma”: ni ddaw yma mwyach.',
  },
  'notice.summaryHealth': {
    en: '“summary health”: when it was last sent, and why one was not.',
    cy: '“cyflwr crynodebau”: pryd cafodd ei anfon ddiwethaf, a pham na chafodd un ei anfon.',
  },
  'notice.channelOnlyHeading': { en: 'This works in a channel', cy: 'Mae hyn yn gweithio mewn sianel' },
  'notice.channelOnly': {
    en: 'These words are for a channel of a team, not for this chat. Go to that channel, mention Candour and type the same words there. It needs a role. Nothing was changed.',
    cy: 'Ar gyfer sianel mewn tîm y mae’r geiriau hyn, nid ar gyfer y sgwrs hon. Ewch i’r sianel honno, crybwyllwch Candour a theipiwch yr un geiriau yno. Mae angen rôl. Ni newidiwyd dim.',
  },
  'notice.summaryElsewhereHeading': {
    en: 'This opens in your own chat',
    cy: 'Mae hyn yn agor yn eich sgwrs eich hun',
  },
  'notice.summaryElsewhere': {
    en: 'Others can read here. Please open your own chat with Candour and type “weekly summary”. It needs a role.',
    cy: 'Gall eraill ddarllen yma. Agorwch eich sgwrs eich hun gyda Candour a theipiwch “crynodeb wythnosol”. Mae angen rôl.',
  },
  'notice.campaignHereHeading': {
    en: 'Campaigns can come to this channel',
    cy: 'Gall ymgyrchoedd ddod i’r sianel hon',
  },
  'notice.campaignHere': {
    en: 'This channel can now be chosen for an item on the page “Campaigns”. A second person approves each item before it is posted. To end this, mention Candour here with “no campaign here”.',
    cy: 'Gellir dewis y sianel hon nawr ar gyfer eitem ar y dudalen “Ymgyrchoedd”. Mae ail berson yn cymeradwyo pob eitem cyn iddi gael ei phostio. I roi terfyn ar hyn, crybwyllwch Candour yma gyda “dim ymgyrch yma”.',
  },
  'notice.campaignNotHereHeading': {
    en: 'No campaign comes to this channel any more',
    cy: 'Ni ddaw ymgyrch i’r sianel hon mwyach',
  },
  'notice.campaignNotHere': {
    en: 'Nothing further is posted here. What was posted stays until somebody withdraws it on the page “Campaigns”.',
    cy: 'Ni chaiff dim arall ei bostio yma. Bydd yr hyn a bostiwyd yn aros nes i rywun ei dynnu’n ôl ar y dudalen “Ymgyrchoedd”.',
  },
  'notice.campaignRefusedHeading': {
    en: 'You cannot choose channels for campaigns',
    cy: 'Ni allwch ddewis sianeli ar gyfer ymgyrchoedd',
  },
  'notice.campaignRefused': {
    en: 'It needs the role of those who write guidance and campaigns. Nothing was changed.',
    cy: 'Mae angen rôl y rhai sy’n ysgrifennu canllawiau ac ymgyrchoedd. Ni newidiwyd dim.',
  },
  'notice.campaignElsewhereHeading': {
    en: 'Please choose another channel',
    cy: 'Dewiswch sianel arall, os gwelwch yn dda',
  },
  'notice.campaignElsewhere': {
    en: 'Alerts or summaries come to this channel, so no campaign does. Nothing was changed.',
    cy: 'Mae rhybuddion neu grynodebau’n dod i’r sianel hon, felly ni ddaw ymgyrch iddi. Ni newidiwyd dim.',
  },
  'notice.messagesElsewhereHeading': {
    en: 'You choose this in your own chat',
    cy: 'Rydych yn dewis hyn yn eich sgwrs eich hun',
  },
  'notice.messagesElsewhere': {
    en: 'Others can read here. Please open your own chat with Candour and type “messages”. Nothing was changed.',
    cy: 'Gall eraill ddarllen yma. Agorwch eich sgwrs eich hun gyda Candour a theipiwch “negeseuon”. Ni newidiwyd dim.',
  },
  'notice.ownChat': {
    en: 'Others read here too. To report, come back to a report, or choose something for yourself, open your own chat with Candour.',
    cy: 'Mae eraill yn darllen yma hefyd. I roi gwybod, dod yn ôl at adroddiad neu ddewis rhywbeth i chi’ch hun, agorwch eich sgwrs eich hun gyda Candour.',
  },
  'notice.acknowledgeRefused': {
    en: 'Only those who handle this case can acknowledge it. Nothing was changed.',
    cy: 'Dim ond y rhai sy’n delio â’r achos hwn a all ei gydnabod. Ni newidiwyd dim.',
  },
  'notice.reference': { en: 'If you ask for help, quote this', cy: 'Os byddwch yn gofyn am help, dyfynnwch hyn' },
} as const satisfies Words<'notice'>;
