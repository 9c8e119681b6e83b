import type { Words } from '../word.ts';

/** An item of a campaign: what it says, when it goes out, and how far it has come. */
export const campaignItemWords = {
  'campaignItem.week': { en: 'Week {week}', cy: 'Wythnos {week}' },
  'campaignItem.summary': { en: '{day} at {time}, {state}', cy: '{day} am {time}, {state}' },
  'campaignItem.waits': { en: 'waiting for a second person', cy: 'yn aros am ail berson' },
  'campaignItem.approved': { en: 'approved', cy: 'wedi’i chymeradwyo' },
  'campaignItem.sending': { en: 'going out', cy: 'yn mynd allan' },
  'campaignItem.sent': { en: 'went out', cy: 'wedi mynd allan' },
  'campaignItem.withdrawn': { en: 'withdrawn', cy: 'wedi’i thynnu’n ôl' },
  'campaignItem.cancelled': { en: 'cancelled', cy: 'wedi’i chanslo' },
  'campaignItem.changedBy': { en: '{who} changed it last.', cy: '{who} a’i newidiodd ddiwethaf.' },
  'campaignItem.approvedBy': { en: '{who} approved it.', cy: '{who} a’i cymeradwyodd.' },
  'campaignItem.ownWork': {
    en: 'You changed it last, so a second person must approve it.',
    cy: 'Chi a’i newidiodd ddiwethaf, felly rhaid i ail berson ei chymeradwyo.',
  },
  'campaignItem.approve': { en: 'Approve', cy: 'Cymeradwyo' },
  'campaignItem.approveHint': {
    en: 'You are approving the text in both languages, the time and who it is for. Any change removes the approval.',
    cy: 'Rydych yn cymeradwyo’r testun yn y ddwy iaith, yr amser ac ar gyfer pwy y mae. Mae unrhyw newid yn dileu’r gymeradwyaeth.',
  },
  'campaignItem.isApproved': { en: 'The item is approved.', cy: 'Mae’r eitem wedi’i chymeradwyo.' },
  'campaignItem.edit': { en: 'Change', cy: 'Newid' },
  'campaignItem.add': { en: 'Add an item', cy: 'Ychwanegu eitem' },
  'campaignItem.earlier': { en: 'Earlier', cy: 'Yn gynharach' },
  'campaignItem.later': { en: 'Later', cy: 'Yn hwyrach' },
  'campaignItem.reordered': { en: 'The order is changed.', cy: 'Mae’r drefn wedi’i newid.' },
  'campaignItem.takeOut': { en: 'Remove from the plan', cy: 'Tynnu o’r cynllun' },
  'campaignItem.takeOutQuestion': {
    en: 'If you do this, it will not be sent.',
    cy: 'Os gwnewch hyn, ni chaiff ei hanfon.',
  },
  'campaignItem.takenOut': {
    en: 'The item has been removed from the plan.',
    cy: 'Mae’r eitem wedi’i thynnu o’r cynllun.',
  },
  'campaignItem.withdraw': { en: 'Withdraw', cy: 'Tynnu’n ôl' },
  'campaignItem.withdrawQuestion': {
    en: 'Messages that arrived are replaced by a neutral card, and no more are sent. People may already have read them. After 30 days Candour can no longer replace a message.',
    cy: 'Caiff negeseuon a gyrhaeddodd eu disodli gan gerdyn niwtral, ac ni chaiff rhagor eu hanfon. Efallai fod pobl wedi’u darllen eisoes. Ar ôl 30 diwrnod ni all Candour ddisodli neges mwyach.',
  },
  'campaignItem.isWithdrawn': { en: 'The item is being withdrawn.', cy: 'Mae’r eitem yn cael ei thynnu’n ôl.' },
  'campaignItem.everybody': { en: 'Everyone who has the app', cy: 'Pawb sydd â’r ap' },
  'campaignItem.inChannels': { en: 'Channels', cy: 'Sianeli' },
  'campaignItem.forWhom': { en: 'Who it is for', cy: 'Ar gyfer pwy y mae' },
  'campaignItem.noChannels': {
    en: 'No channel has been added yet: mention Candour in one with “campaign here”.',
    cy: 'Nid oes sianel wedi’i hychwanegu eto: crybwyllwch Candour mewn un gyda “ymgyrch yma”.',
  },
  'campaignItem.delivery': { en: 'Delivery', cy: 'Danfon' },
  'campaignItem.people': { en: 'People', cy: 'Pobl' },
  'campaignItem.replaced': { en: 'Replaced', cy: 'Disodlwyd' },
  'campaignItem.toReplace': { en: 'Still to replace', cy: 'Eto i’w disodli' },
  'campaignItem.countSent': { en: 'Sent', cy: 'Anfonwyd' },
  'campaignItem.countWaiting': { en: 'Waiting', cy: 'Yn aros' },
  'campaignItem.refused': { en: 'Failed: Teams did not accept it', cy: 'Methodd: ni dderbyniodd Teams hi' },
  'campaignItem.busy': { en: 'Failed: Teams was too busy', cy: 'Methodd: roedd Teams yn rhy brysur' },
  'campaignItem.unreachable': { en: 'Failed: Teams could not be reached', cy: 'Methodd: nid oedd modd cyrraedd Teams' },
  'campaignItem.unreadable': {
    en: 'Failed: the record of who has the app cannot be read',
    cy: 'Methodd: ni ellir darllen y cofnod o bwy sydd â’r ap',
  },
  'campaignItem.gone': { en: 'No longer have the app', cy: 'Nid yw’r ap ganddynt mwyach' },
  'campaignItem.optedOut': { en: 'Do not want messages', cy: 'Nid ydynt am gael negeseuon' },
  'campaignItem.notKnown': { en: 'Not known whether it arrived', cy: 'Ddim yn hysbys a gyrhaeddodd' },
  'campaignItem.stopped': { en: 'Not sent: it was cancelled', cy: 'Heb ei hanfon: fe’i canslwyd' },
  'campaignItem.stopRefused': {
    en: 'Candour paused the campaign: Teams did not accept this item for any of the first 100 people.',
    cy: 'Oedodd Candour yr ymgyrch: ni dderbyniodd Teams yr eitem hon ar gyfer yr un o’r 100 cyntaf o bobl.',
  },
  'campaignItem.stopBusy': {
    en: 'Candour paused the campaign: this item reached none of the first 100 people, and Teams kept asking Candour to wait.',
    cy: 'Oedodd Candour yr ymgyrch: ni chafodd yr un o’r 100 cyntaf o bobl yr eitem hon, a gofynnodd Teams i Candour aros dro ar ôl tro.',
  },
  'campaignItem.stopUnreachable': {
    en: 'Candour paused the campaign: this item reached none of the first 100 people, because Teams could not be reached or does not know this server.',
    cy: 'Oedodd Candour yr ymgyrch: ni chafodd yr un o’r 100 cyntaf o bobl yr eitem hon, gan nad oedd modd cyrraedd Teams neu nad yw Teams yn adnabod y gweinydd hwn.',
  },
  'campaignItem.stopUnreadable': {
    en: 'Candour paused the campaign: this item reached none of the first 100 people, because the entries that say who has the app cannot be read.',
    cy: 'Oedodd Candour yr ymgyrch: ni chafodd yr un o’r 100 cyntaf o bobl yr eitem hon, gan na ellir darllen y cofnodion sy’n dweud pwy sydd â’r ap.',
  },
  'campaignItem.stopGone': {
    en: 'Candour paused the campaign: Teams says that none of the first 100 people have the app, or that they have all blocked it.',
    cy: 'Oedodd Candour yr ymgyrch: mae Teams yn dweud nad yw’r ap gan yr un o’r 100 cyntaf o bobl, neu eu bod i gyd wedi’i rwystro.',
  },
  'campaignItem.stopNotKnown': {
    en: 'Candour paused the campaign: Teams did not give a clear answer, so we do not know whether any of the first 100 messages arrived.',
    cy: 'Oedodd Candour yr ymgyrch: ni roddodd Teams ateb clir, felly nid ydym yn gwybod a gyrhaeddodd unrhyw un o’r 100 neges gyntaf.',
  },
  'campaignItem.stopThen': {
    en: 'Ask the operators about this, and send the item only to yourself before you continue the campaign. Candour will not try again to reach the people who did not get it. To reach them, withdraw the item and send it as a new one.',
    cy: 'Holwch y gweithredwyr am hyn, ac anfonwch yr eitem atoch chi’ch hun yn unig cyn parhau â’r ymgyrch. Ni fydd Candour yn ceisio ei hanfon eto at y bobl nad ydynt wedi’i chael. I’w cyrraedd, tynnwch yr eitem yn ôl a’i hanfon fel eitem newydd.',
  },
  'campaignItem.few': { en: 'fewer than 5', cy: 'llai na 5' },
  'campaignItem.joiners': {
    en: '{count, plural, =0 {It was also sent to fewer than 10 people who got the app later.} other {It was also sent to about {count} people who got the app later.}}',
    cy: '{count, plural, =0 {Anfonwyd hi hefyd at lai na 10 o bobl a gafodd yr ap yn ddiweddarach.} other {Anfonwyd hi hefyd at tua {count} o bobl a gafodd yr ap yn ddiweddarach.}}',
  },
  'campaignItem.countPosted': { en: 'Posted', cy: 'Postiwyd' },
  'campaignItem.countFailed': { en: 'Failed', cy: 'Methodd' },
  'campaignItem.countStays': {
    en: 'Withdrawn here, but Teams keeps the post',
    cy: 'Wedi’i thynnu’n ôl yma, ond mae Teams yn cadw’r post',
  },
  'campaignItem.notYet': { en: 'Sending has not started.', cy: 'Nid yw’r anfon wedi dechrau.' },
  'campaignItem.preview': { en: 'How it looks', cy: 'Sut mae’n edrych' },
  'campaignItem.previewIn': { en: 'Language of the card', cy: 'Iaith y cerdyn' },
  'campaignItem.light': { en: 'Light', cy: 'Golau' },
  'campaignItem.dark': { en: 'Dark', cy: 'Tywyll' },
  'campaignItem.contrast': { en: 'High contrast', cy: 'Cyferbyniad uchel' },
  'campaignItem.pressed': {
    en: 'Nothing opens in the preview.',
    cy: 'Nid oes dim yn agor yn y rhagolwg.',
  },
  'campaignItem.sendToMe': { en: 'Send it only to me', cy: 'Ei hanfon ataf i yn unig' },
  'campaignItem.testSent': { en: 'It is in your chat with Candour.', cy: 'Mae yn eich sgwrs gyda Candour.' },
  'campaignItem.testNoChat': {
    en: 'You have no chat with Candour. Add the app in Teams first.',
    cy: 'Nid oes gennych sgwrs gyda Candour. Ychwanegwch yr ap yn Teams yn gyntaf.',
  },
  'campaignItem.testBusy': {
    en: 'Teams is busy. Try again in a minute.',
    cy: 'Mae Teams yn brysur. Rhowch gynnig arall arni ymhen munud.',
  },
  'campaignItem.testNotKnown': {
    en: 'Teams did not answer: check in your chat whether it arrived.',
    cy: 'Nid atebodd Teams: gwiriwch yn eich sgwrs a gyrhaeddodd.',
  },
  'campaignItem.editHeading': { en: 'Change “{title}”', cy: 'Newid “{title}”' },
  'campaignItem.addHeading': { en: 'New item', cy: 'Eitem newydd' },
  'campaignItem.english': { en: 'English', cy: 'Saesneg' },
  'campaignItem.welsh': { en: 'Welsh', cy: 'Cymraeg' },
  'campaignItem.title': { en: 'Title', cy: 'Teitl' },
  'campaignItem.body': { en: 'Text', cy: 'Testun' },
  'campaignItem.bodyHint': {
    en: '{words} of {most} words, including the scene. Use Markdown for lists, bold words and links.',
    cy: '{words} o {most} gair, gan gynnwys yr olygfa. Defnyddiwch Markdown ar gyfer rhestrau, geiriau trwm a dolenni.',
  },
  'campaignItem.hasScene': {
    en: 'With a scene: “What would you do?”',
    cy: 'Gyda golygfa: “Beth fyddech chi’n ei wneud?”',
  },
  'campaignItem.scene': { en: 'Scene', cy: 'Golygfa' },
  'campaignItem.option': { en: 'Choice {number}', cy: 'Dewis {number}' },
  'campaignItem.reveal': { en: 'What readers see after choice {number}', cy: 'Yr hyn a welir ar ôl dewis {number}' },
  'campaignItem.addOption': { en: 'Add a choice', cy: 'Ychwanegu dewis' },
  'campaignItem.lessOption': { en: 'Remove the last choice', cy: 'Tynnu’r dewis olaf' },
  'campaignItem.topic': { en: 'Topic that the button opens', cy: 'Pwnc y mae’r botwm yn ei agor' },
  'campaignItem.day': { en: 'Day', cy: 'Diwrnod' },
  'campaignItem.time': { en: 'Time', cy: 'Amser' },
  'campaignItem.isQuiet': {
    en: 'This is within quiet hours: it goes out when they end.',
    cy: 'Mae hyn yn ystod yr oriau tawel: bydd yr eitem yn mynd allan pan ddaw’r oriau hynny i ben.',
  },
  'campaignItem.close': { en: 'Close without saving', cy: 'Cau heb gadw' },
  'campaignItem.needBoth': {
    en: '“{label}” needs text in both languages, with at most {most} characters.',
    cy: 'Mae angen testun yn y ddwy iaith ar gyfer “{label}”, {most} nod ar y mwyaf.',
  },
  'campaignItem.needFewer': {
    en: '{words} words in one language. Use at most {most}.',
    cy: '{words} gair mewn un iaith. Defnyddiwch {most} ar y mwyaf.',
  },
  'campaignItem.needSame': {
    en: 'The English and the Welsh need the same number of paragraphs, lists and links.',
    cy: 'Mae angen yr un nifer o baragraffau, rhestrau a dolenni yn y Gymraeg ag yn y Saesneg.',
  },
  'campaignItem.needPlain': {
    en: 'Something in the text is not allowed. Use only paragraphs, lists, bold words, and links that begin with “https://” or “topic:”. If you pasted the text, it may have hidden characters: type it again.',
    cy: 'Mae rhywbeth yn y testun nad yw’n cael ei ganiatáu. Defnyddiwch baragraffau, rhestrau, geiriau trwm, a dolenni sy’n dechrau gyda “https://” neu “topic:” yn unig. Os gwnaethoch ludo’r testun, gall fod nodau cudd ynddo: teipiwch ef eto.',
  },
  'campaignItem.needShort': {
    en: 'Choices can have at most {most} characters, because they appear on a button.',
    cy: '{most} nod ar y mwyaf i bob dewis, gan ei fod yn ymddangos ar fotwm.',
  },
  'campaignItem.needTopic': { en: 'Choose a topic.', cy: 'Dewiswch bwnc.' },
  'campaignItem.needFigures': {
    en: 'Add the figures: the button below the texts takes them from the summary for wider readers.',
    cy: 'Ychwanegwch y ffigurau: mae’r botwm o dan y testunau’n eu cymryd o’r crynodeb i ddarllenwyr ehangach.',
  },
  'campaignItem.figuresPut': {
    en: 'Add last quarter’s figures',
    cy: 'Ychwanegu ffigurau’r chwarter diwethaf',
  },
  'campaignItem.figures': { en: 'Figures', cy: 'Ffigurau' },
  'campaignItem.figuresHeading': {
    en: 'Figures from the summary for wider readers',
    cy: 'Ffigurau o’r crynodeb i ddarllenwyr ehangach',
  },
  'campaignItem.figuresLoading': { en: 'Loading the figures', cy: 'Yn llwytho’r ffigurau' },
  'campaignItem.figuresOf': {
    en: 'Figures for {quarter}, as at {day}.',
    cy: 'Ffigurau ar gyfer {quarter}, fel yr oeddent ar {day}.',
  },
  'campaignItem.figuresSkipped': {
    en: 'The figures for {quarter} cannot be shown safely, so these are for the quarter before.',
    cy: 'Ni ellir dangos ffigurau {quarter} yn ddiogel, felly ffigurau’r chwarter blaenorol yw’r rhain.',
  },
  'campaignItem.figuresHidden': {
    en: 'Counts are rounded. Small counts, and counts that would reveal one of those, are not shown.',
    cy: 'Mae’r niferoedd wedi’u talgrynnu. Nid yw niferoedd bach, na niferoedd a fyddai’n datgelu un o’r rheini, yn cael eu dangos.',
  },
  'campaignItem.figuresPlaced': {
    en: 'The figures for {quarter} are in both texts.',
    cy: 'Mae ffigurau {quarter} yn y ddau destun.',
  },
  'campaignItem.figuresReword': {
    en: 'The figures are in both texts. You can reword them. Once approved, they stay as they are, whatever is counted later.',
    cy: 'Mae’r ffigurau yn y ddau destun. Gallwch eu haralleirio. Ar ôl eu cymeradwyo, maent yn aros fel y maent, beth bynnag a gyfrifir wedyn.',
  },
  'campaignItem.figuresNoPlace': {
    en: 'Nothing was added, because the texts already contain numbers. In both texts, write {place} on a line of its own where the figures should go. Then add the figures again.',
    cy: 'Ni chafodd dim ei ychwanegu, gan fod rhifau yn y testunau eisoes. Yn y ddau destun, ysgrifennwch {place} ar linell ar ei phen ei hun lle dylai’r ffigurau fod. Yna ychwanegwch y ffigurau eto.',
  },
  'campaignItem.figuresStrange': {
    en: '{language}: these numbers are in the text but not in these figures: {numbers}. Check the text.',
    cy: '{language}: mae’r rhifau hyn yn y testun ond nid yn y ffigurau hyn: {numbers}. Gwiriwch y testun.',
  },
  'campaignItem.figuresUnlike': {
    en: 'The two languages do not have the same numbers. Check them.',
    cy: 'Nid yr un rhifau sydd yn y ddwy iaith. Gwiriwch nhw.',
  },
  'campaignItem.figuresClean': {
    en: 'Every number in the text is one of these figures. Read the text to check that each number is in the right place.',
    cy: 'Mae pob rhif yn y testun yn un o’r ffigurau hyn. Darllenwch y testun i wirio bod pob rhif yn y lle iawn.',
  },
  'campaignItem.figuresNotSafe': {
    en: 'The figures for {quarter} cannot be used: together with earlier figures, they could reveal a count that is not shown.',
    cy: 'Ni ellir defnyddio ffigurau {quarter}: ynghyd â ffigurau cynharach, gallent ddatgelu nifer nad yw’n cael ei ddangos.',
  },
  'campaignItem.figuresAllSmall': {
    en: 'All counts for {quarter} are small, so there is nothing that can be shown.',
    cy: 'Mae pob nifer ar gyfer {quarter} yn fach, felly nid oes dim y gellir ei ddangos.',
  },
  'campaignItem.figuresBeforeUse': {
    en: 'Candour was not in use in {quarter}, so there is nothing to show.',
    cy: 'Nid oedd Candour yn cael ei ddefnyddio yn ystod {quarter}, felly nid oes dim i’w ddangos.',
  },
  'campaignItem.figuresTooOld': {
    en: 'The figures in this item are out of date. Figures for {quarter} are now available.',
    cy: 'Nid yw’r ffigurau yn yr eitem hon yn gyfredol. Mae ffigurau {quarter} ar gael nawr.',
  },
  'campaignItem.figuresDamaged': {
    en: 'The figures for one week in this quarter cannot be read, so none are shown. Tell the operators.',
    cy: 'Ni ellir darllen ffigurau un o wythnosau’r chwarter hwn, felly ni ddangosir dim. Dywedwch wrth y gweithredwyr.',
  },
  'campaignItem.figuresNotCompared': {
    en: 'The numbers in this item were not compared with anything.',
    cy: 'Ni chafodd y rhifau yn yr eitem hon eu cymharu â dim.',
  },
  'campaignItem.needChannel': { en: 'Choose a channel.', cy: 'Dewiswch sianel.' },
} as const satisfies Words<'campaignItem'>;
