import type { Words } from '../word.ts';

/** The words for what those who handle a case do with it. */
export const caseworkWords = {
  'work.note': { en: 'Note for all who handle the case', cy: 'Nodyn i bawb sy’n delio â’r achos' },
  'work.noteHint': {
    en: 'It is sealed on this page before it is sent.',
    cy: 'Caiff ei selio ar y dudalen hon cyn ei anfon.',
  },
  'work.reason': { en: 'Reason', cy: 'Rheswm' },
  'work.reserveReason': { en: 'Reason, for the reserve as well', cy: 'Rheswm, i’r swyddogion wrth gefn hefyd' },
  'work.reserveReasonHint': {
    en: 'All who handle the case and the reserve can read it. It is sealed on this page before it is sent. Anyone who is let in again can read it too.',
    cy: 'Gall pawb sy’n delio â’r achos a’r swyddogion wrth gefn ei ddarllen. Caiff ei selio ar y dudalen hon cyn ei anfon. Gall y sawl a gaiff ddod yn ôl ei ddarllen hefyd.',
  },
  'work.reasonNeeded': { en: 'Write a reason.', cy: 'Ysgrifennwch reswm.' },
  'work.firstAcknowledge': { en: 'Acknowledge the case first.', cy: 'Cydnabyddwch yr achos yn gyntaf.' },
  'work.firstTriage': { en: 'Triage the case first.', cy: 'Brysbennwch yr achos yn gyntaf.' },
  'work.isClosed': {
    en: 'The case is closed. Reopen it first.',
    cy: 'Mae’r achos ar gau. Ailagorwch ef yn gyntaf.',
  },

  'work.triageHeading': { en: 'Triage', cy: 'Brysbennu' },
  'work.triageIntro': {
    en: 'The police do the grading, never the person who reported. You choose the grading.',
    cy: 'Yr heddlu sy’n graddio, nid y sawl a roddodd wybod. Chi sy’n dewis y graddiad.',
  },
  'work.category': { en: 'National category', cy: 'Categori cenedlaethol' },
  'work.categoryNeeded': { en: 'Choose a national category.', cy: 'Dewiswch gategori cenedlaethol.' },
  'work.source': { en: 'Source', cy: 'Ffynhonnell' },
  'work.sourceNeeded': { en: 'Choose how reliable the source is.', cy: 'Dewiswch pa mor ddibynadwy yw’r ffynhonnell.' },
  'work.assessment': { en: 'Assessment of the information', cy: 'Asesiad o’r wybodaeth' },
  'work.assessmentNeeded': {
    en: 'Choose how the information is known.',
    cy: 'Dewiswch sut mae’r wybodaeth yn hysbys.',
  },
  'work.handling': { en: 'Handling', cy: 'Trin yr wybodaeth' },
  'work.handlingNeeded': { en: 'Choose how it may be handled.', cy: 'Dewiswch sut y caiff ei thrin.' },
  'work.action': { en: 'Action code', cy: 'Cod gweithredu' },
  'work.actionNeeded': { en: 'Choose an action code.', cy: 'Dewiswch god gweithredu.' },
  'work.sanitisation': { en: 'Sanitisation code', cy: 'Cod glanhau' },
  'work.sanitisationNeeded': { en: 'Choose a sanitisation code.', cy: 'Dewiswch god glanhau.' },
  'work.flags': { en: 'Flags', cy: 'Fflagiau' },
  'work.flagsHint': {
    en: 'Flags that the answers suggest are already set. Change any that are wrong.',
    cy: 'Mae’r fflagiau y mae’r atebion yn eu hawgrymu wedi’u gosod eisoes. Newidiwch unrhyw rai sy’n anghywir.',
  },
  'work.regime': { en: 'Which law the data falls under', cy: 'Pa gyfraith sy’n berthnasol i’r data' },
  'work.regimeNeeded': {
    en: 'Choose which law the data falls under.',
    cy: 'Dewiswch pa gyfraith sy’n berthnasol i’r data.',
  },
  'work.proposal': {
    en: 'To the question “How do you know?” the answer was: “{answer}”. That suggests {source}, and {assessment}. It is a proposal: you decide.',
    cy: 'Yr ateb i’r cwestiwn “Sut ydych chi’n gwybod?” oedd: “{answer}”. Mae hynny’n awgrymu’r canlynol: {source}; {assessment}. Cynnig ydyw: chi sy’n penderfynu.',
  },
  'work.proposalNone': {
    en: 'The question “How do you know?” was not answered. That suggests {source}, and {assessment}. It is a proposal: you decide.',
    cy: 'Ni chafodd y cwestiwn “Sut ydych chi’n gwybod?” ei ateb. Mae hynny’n awgrymu’r canlynol: {source}; {assessment}. Cynnig ydyw: chi sy’n penderfynu.',
  },
  'work.proposalUse': { en: 'Fill in the proposal', cy: 'Defnyddio’r cynnig' },
  'work.proposalOpen': {
    en: 'Once the report is open, a grading is proposed here.',
    cy: 'Pan fydd yr adroddiad ar agor, cynigir graddiad yma.',
  },
  'work.triageSend': { en: 'Save the triage', cy: 'Cadw’r brysbennu' },
  'work.triageSaved': { en: 'The triage is saved.', cy: 'Mae’r brysbennu wedi’i gadw.' },

  'work.stateHeading': { en: 'Change the status', cy: 'Newid y statws' },
  'work.moveTo': { en: 'Change it to', cy: 'Newid i' },
  'work.moveNeeded': { en: 'Choose a status.', cy: 'Dewiswch statws.' },
  'work.moveHint': {
    en: 'The person who reported sees the status when they come back.',
    cy: 'Mae’r sawl a roddodd wybod yn gweld y statws pan ddaw’n ôl.',
  },
  'work.moveSend': { en: 'Save the status', cy: 'Cadw’r statws' },
  'work.moveSaved': { en: 'The status has been changed.', cy: 'Mae’r statws wedi’i newid.' },
  'work.updateText': {
    en: 'If you looked at the case and there is nothing new to tell the person who reported, say so: the clock for the next update starts again.',
    cy: 'Os ydych wedi edrych ar yr achos ac nad oes dim newydd i’w ddweud wrth y sawl a roddodd wybod, nodwch hynny: mae’r cloc ar gyfer y diweddariad nesaf yn ailddechrau.',
  },
  'work.updateSend': { en: 'Nothing new to tell', cy: 'Dim byd newydd i’w ddweud' },
  'work.updateSaved': {
    en: 'It is noted that there is nothing new to tell.',
    cy: 'Nodwyd nad oes dim byd newydd i’w ddweud.',
  },

  'work.assignHeading': { en: 'Who it is with', cy: 'Gyda phwy y mae’r achos' },
  'work.claim': { en: 'Take this case', cy: 'Cymryd yr achos' },
  'work.claimed': { en: 'The case is with you.', cy: 'Mae’r achos gyda chi.' },
  'work.claimTold': {
    en: 'The case is with a colleague. Say why you take it: they are told that something waits, and can read the reason.',
    cy: 'Mae’r achos gyda chydweithiwr. Dywedwch pam rydych yn ei gymryd: caiff wybod bod rhywbeth yn aros, a gall ddarllen y rheswm.',
  },
  'work.assignTo': { en: 'Give it to', cy: 'Rhoi’r achos i' },
  'work.assignNobody': { en: 'Nobody', cy: 'Neb' },
  'work.assignNeeded': { en: 'Choose whom to give it to.', cy: 'Dewiswch i bwy y caiff ei roi.' },
  'work.assignSend': { en: 'Hand it over', cy: 'Trosglwyddo’r achos' },
  'work.assigned': { en: 'The case is handed over.', cy: 'Mae’r achos wedi’i drosglwyddo.' },

  'work.notesHeading': { en: 'Notes, decisions and tasks', cy: 'Nodiadau, penderfyniadau a thasgau' },
  'work.notesFor': { en: 'Who can read it', cy: 'Pwy all ei ddarllen' },
  'work.notesForHandlers': { en: 'All who handle the case', cy: 'Pawb sy’n delio â’r achos' },
  'work.notesForAssignee': { en: '{name} and you', cy: '{name} a chi' },
  'work.notesForSelf': { en: 'You alone', cy: 'Chi yn unig' },
  'work.notesForHint': {
    en: 'It is sealed to them. No readers can be added later.',
    cy: 'Caiff ei selio iddynt hwy. Ni all neb ychwanegu darllenwyr yn nes ymlaen.',
  },
  'work.notesForNeeded': { en: 'Choose who can read it.', cy: 'Dewiswch pwy all ei ddarllen.' },
  'work.notesText': { en: 'Note', cy: 'Nodyn' },
  'work.notesNeeded': { en: 'Write the note.', cy: 'Ysgrifennwch y nodyn.' },
  'work.notesSend': { en: 'Save the note', cy: 'Cadw’r nodyn' },
  'work.notesSaved': { en: 'The note is saved in the history.', cy: 'Mae’r nodyn wedi’i gadw yn yr hanes.' },

  'work.referralHeading': {
    en: 'Referral to the IOPC',
    cy: 'Cyfeirio at yr IOPC',
  },
  'work.referralIntro': {
    en: 'Abuse of position for a sexual purpose is serious corruption and must be referred. The decision rests on what is alleged, not on whether it is proven. What a colleague reports is usually a conduct matter, recorded and referred under regulation 7 of the Police (Complaints and Misconduct) Regulations 2020; a complaint is referred under regulation 4. They say by when. Candour shows a day only if your force has confirmed and set that limit.',
    cy: 'Mae camddefnyddio swydd at ddiben rhywiol yn llygredd difrifol a rhaid ei gyfeirio. Yr hyn a honnir sy’n penderfynu, nid a yw wedi’i brofi. Mater ymddygiad yw’r hyn y mae cydweithiwr yn rhoi gwybod amdano fel arfer, a gaiff ei gofnodi a’i gyfeirio o dan reoliad 7 o Reoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020; caiff cwyn ei chyfeirio o dan reoliad 4. Maent yn dweud erbyn pryd. Dim ond os yw eich heddlu wedi cadarnhau a gosod y terfyn hwnnw y mae Candour yn dangos diwrnod.',
  },
  'work.referralAfterClosing': {
    en: 'The case is closed, and the referral that was decided stays due. Record here once it is made. To decide otherwise, reopen the case first.',
    cy: 'Mae’r achos ar gau, ac mae’r cyfeiriad y penderfynwyd arno yn dal yn ddyledus. Cofnodwch yma pan fydd wedi’i wneud. I benderfynu fel arall, ailagorwch yr achos yn gyntaf.',
  },
  'work.referralStands': { en: '{decision}, on {day}', cy: '{decision}, ar {day}' },
  'work.referralDue': { en: '{decision}, by {day}', cy: '{decision}, erbyn {day}' },
  'work.decision': { en: 'Decision', cy: 'Penderfyniad' },
  'work.decisionNeeded': { en: 'Choose a decision.', cy: 'Dewiswch benderfyniad.' },
  'work.referralSend': { en: 'Record the decision', cy: 'Cofnodi’r penderfyniad' },
  'work.referralSaved': { en: 'The decision is recorded.', cy: 'Mae’r penderfyniad wedi’i gofnodi.' },

  'work.closeHeading': { en: 'Close', cy: 'Cau' },
  'work.closeIntro': {
    en: 'The person who reported sees that the case is closed, not the outcome, and reads the answer that you choose. They can still write, and then it is reopened.',
    cy: 'Mae’r sawl a roddodd wybod yn gweld bod yr achos ar gau, ond nid y canlyniad, ac yn darllen yr ateb rydych yn ei ddewis. Gall ysgrifennu o hyd, ac yna caiff yr achos ei ailagor.',
  },
  'work.closeFirst': { en: 'Before this case can be closed:', cy: 'Cyn y gellir cau’r achos hwn:' },
  'work.closeReferral': {
    en: 'The referral to the IOPC that was decided stays due after closing, and its day stays on the case. Once it is made, record that there.',
    cy: 'Mae’r cyfeiriad at yr IOPC y penderfynwyd arno yn dal yn ddyledus ar ôl cau, ac mae ei ddiwrnod yn aros ar yr achos. Pan fydd wedi’i wneud, cofnodwch hynny yno.',
  },
  'work.closeTold': {
    en: 'Nobody else who sees this case has opened it since the last that was written or graded. The reserve is told that you closed it, and with which outcome. If a colleague opens the report first, it is not.',
    cy: 'Nid oes neb arall sy’n gweld yr achos hwn wedi’i agor ers y peth diwethaf a ysgrifennwyd neu a raddiwyd. Bydd y swyddogion wrth gefn yn cael gwybod eich bod wedi’i gau, a gyda pha ganlyniad. Os bydd cydweithiwr yn agor yr adroddiad yn gyntaf, ni fyddant.',
  },
  'work.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'work.outcomeNeeded': { en: 'Choose an outcome.', cy: 'Dewiswch ganlyniad.' },
  'work.answer': { en: 'Answer to the person who reported', cy: 'Ateb i’r sawl a roddodd wybod' },
  'work.answerHint': {
    en: 'It waits under their code, in their language. Anyone who finds the code can read it too. If saying more could put somebody at risk, choose the last one.',
    cy: 'Mae’n aros o dan y cod, yn iaith y person. Gall unrhyw un sy’n dod o hyd i’r cod ei ddarllen hefyd. Os gallai dweud mwy roi rhywun mewn perygl, dewiswch yr un olaf.',
  },
  'work.answerNeeded': { en: 'Choose an answer.', cy: 'Dewiswch ateb.' },
  'work.answerOwnWords': {
    en: 'To say more in your own words, write them a message as well.',
    cy: 'I ddweud mwy yn eich geiriau eich hun, ysgrifennwch neges hefyd.',
  },
  'work.closeSend': { en: 'Close the case', cy: 'Cau’r achos' },
  'work.closeSaved': { en: 'The case is closed.', cy: 'Mae’r achos ar gau.' },

  'work.linkHeading': { en: 'Link with another case', cy: 'Cysylltu ag achos arall' },
  'work.linkOther': { en: 'Reference of the other case', cy: 'Cyfeirnod yr achos arall' },
  'work.linkHint': { en: 'Ten letters and digits.', cy: 'Deg o lythrennau a digidau.' },
  'work.linkNeeded': {
    en: 'Type the reference of the other case. One letter or digit may be wrong.',
    cy: 'Teipiwch gyfeirnod yr achos arall. Efallai fod un llythyren neu ddigid yn anghywir.',
  },
  'work.linkSend': { en: 'Link them', cy: 'Cysylltu’r achosion' },
  'work.linkSaved': {
    en: 'The cases are linked, in both histories.',
    cy: 'Mae’r achosion wedi’u cysylltu, yn y ddau hanes.',
  },

  'work.conflictOpen': { en: 'I know this person', cy: 'Rwy’n adnabod y person hwn' },
  'work.conflictHeading': { en: 'Declare a conflict of interest', cy: 'Datgan gwrthdaro buddiannau' },
  'work.conflictIntro': {
    en: 'Use this if you know somebody the case concerns, or if it concerns you. It takes effect at once.',
    cy: 'Defnyddiwch hyn os ydych yn adnabod rhywun y mae’r achos yn ymwneud ag ef, neu os yw’n ymwneud â chi. Mae’n dod i rym ar unwaith.',
  },
  'work.conflictGone': {
    en: 'You will no longer see the case: no row, no place in the counts, no search, no alerts and no text. You cannot take this back yourself.',
    cy: 'Ni welwch yr achos mwyach: dim rhes, dim lle yn y niferoedd, dim chwilio, dim rhybudd a dim geiriau. Ni allwch dynnu hyn yn ôl eich hun.',
  },
  'work.conflictKnown': {
    en: 'You will still know what you have read. The history shows your colleagues what you opened.',
    cy: 'Byddwch yn dal i wybod yr hyn a ddarllenoch eisoes. Mae’r hanes yn dangos i’ch cydweithwyr yr hyn a agoroch.',
  },
  'work.conflictOthers': {
    en: 'Colleagues who still see the case go on with it.',
    cy: 'Mae cydweithwyr sy’n dal i weld yr achos yn bwrw ymlaen ag ef.',
  },
  'work.conflictLast': {
    en: 'Nobody else of the unit is known who sees this case. It goes to the reserve, and they are told at once.',
    cy: 'Nid oes neb arall hysbys o’r uned sy’n gweld yr achos hwn. Mae’n mynd at y swyddogion wrth gefn, a byddant yn cael gwybod ar unwaith.',
  },
  'work.conflictNobody': {
    en: 'You are the only person of the reserve who is known to see this case, so it would be left with nobody. Please have somebody added to the reserve first: Candour’s admins know how, and they need not know why. Then declare the conflict here, and do not open the report until then.',
    cy: 'Chi yw’r unig un o’r swyddogion wrth gefn y gwyddys ei fod yn gweld yr achos hwn, felly byddai heb neb. Gofynnwch i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf: mae gweinyddwyr Candour yn gwybod sut, ac nid oes angen iddynt wybod pam. Yna datganwch y gwrthdaro buddiannau yma, a pheidiwch ag agor yr adroddiad tan hynny.',
  },
  'work.conflictSend': { en: 'Declare the conflict and leave', cy: 'Datgan hyn a gadael yr achos' },

  'work.excludeHeading': { en: 'Shut a colleague out of the case', cy: 'Cau cydweithiwr allan o’r achos' },
  'work.excludeIntro': {
    en: 'Use this if the case concerns a colleague, or if they know somebody in it. From then on they are given none of it. They will still know what they had already read.',
    cy: 'Defnyddiwch hyn os yw’r achos yn ymwneud â chydweithiwr, neu os yw cydweithiwr yn adnabod rhywun ynddo. O hynny ymlaen ni roddir dim ohono i’r person hwnnw. Bydd yn dal i wybod yr hyn a ddarllenodd eisoes.',
  },
  'work.excludeTold': {
    en: 'The reserve is told at once who was shut out, by whom and why. They or another colleague can let the person in again.',
    cy: 'Bydd y swyddogion wrth gefn yn cael gwybod ar unwaith pwy gafodd ei gau allan, gan bwy a pham. Gallant hwy neu gydweithiwr arall adael y person yn ôl i mewn.',
  },
  'work.excludeAlready': { en: 'Shut out so far', cy: 'Wedi’u cau allan hyd yma' },
  'work.excludePerson': { en: 'Colleague', cy: 'Cydweithiwr' },
  'work.excludeNeeded': { en: 'Choose a colleague.', cy: 'Dewiswch gydweithiwr.' },
  'work.excludeConfirm': {
    en: 'I know that this takes effect at once, and that I cannot take it back myself.',
    cy: 'Gwn fod hyn yn dod i rym ar unwaith, ac na allaf ei dynnu’n ôl fy hun.',
  },
  'work.excludeConfirmNeeded': {
    en: 'Confirm that you know what this does.',
    cy: 'Cadarnhewch eich bod yn gwybod beth mae hyn yn ei wneud.',
  },
  'work.excludeSend': { en: 'Shut them out', cy: 'Cau’r cydweithiwr allan' },
  'work.excludeSaved': { en: 'The colleague is shut out.', cy: 'Mae’r cydweithiwr wedi’i gau allan.' },
  'work.readmitHeading': { en: 'Let somebody in again', cy: 'Gadael rhywun yn ôl i mewn' },
  'work.readmitIntro': {
    en: 'Use this if another colleague shut somebody out without need. The case and its whole history are then open to them again, and the reserve is told.',
    cy: 'Defnyddiwch hyn os caeodd cydweithiwr arall rywun allan heb fod angen. Bydd yr achos a’i holl hanes ar gael i’r person hwnnw eto wedyn, a bydd y swyddogion wrth gefn yn cael gwybod.',
  },
  'work.readmitPerson': { en: 'Who is let in again', cy: 'Pwy a gaiff ddod yn ôl' },
  'work.readmitSend': { en: 'Let them in again', cy: 'Gadael y person yn ôl i mewn' },
  'work.readmitSaved': { en: 'They see the case again.', cy: 'Mae’r person yn gweld yr achos eto.' },
} as const satisfies Words<'work'>;
