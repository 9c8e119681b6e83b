import type { Words } from '../word.ts';

/** The words for what those who handle a case do with it. */
export const caseworkWords = {
  'work.note': { en: 'Note for everyone handling the case', cy: 'Nodyn i bawb sy’n delio â’r achos' },
  'work.noteHint': {
    en: 'It is encrypted on this page before it is sent.',
    cy: 'Caiff ei amgryptio ar y dudalen hon cyn ei anfon.',
  },
  'work.reason': { en: 'Reason', cy: 'Rheswm' },
  'work.reserveReason': { en: 'Reason, also for the reserve officers', cy: 'Rheswm, i’r swyddogion wrth gefn hefyd' },
  'work.reserveReasonHint': {
    en: 'Everyone handling the case and the reserve officers can read it. It is encrypted on this page before it is sent. Anyone whose access is restored can read it too.',
    cy: 'Gall y swyddogion wrth gefn a phawb sy’n delio â’r achos ei ddarllen. Caiff ei amgryptio ar y dudalen hon cyn ei anfon. Os caiff mynediad rhywun ei adfer, gall y person hwnnw ei ddarllen hefyd.',
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
    en: 'Grade the information yourself: the police do this, never the person who reported.',
    cy: 'Graddiwch yr wybodaeth eich hun: yr heddlu sy’n gwneud hyn, nid y person a roddodd wybod.',
  },
  'work.category': { en: 'National category', cy: 'Categori cenedlaethol' },
  'work.categoryNeeded': { en: 'Choose a national category.', cy: 'Dewiswch gategori cenedlaethol.' },
  'work.source': { en: 'Source', cy: 'Ffynhonnell' },
  'work.sourceNeeded': { en: 'Choose how reliable the source is.', cy: 'Dewiswch pa mor ddibynadwy yw’r ffynhonnell.' },
  'work.assessment': { en: 'Assessment of the information', cy: 'Asesiad o’r wybodaeth' },
  'work.assessmentNeeded': {
    en: 'Choose how the source knows the information.',
    cy: 'Dewiswch sut mae’r ffynhonnell yn gwybod hyn.',
  },
  'work.handling': { en: 'Handling', cy: 'Trin yr wybodaeth' },
  'work.handlingNeeded': {
    en: 'Choose how the information may be handled.',
    cy: 'Dewiswch sut y caiff yr wybodaeth ei thrin.',
  },
  'work.action': { en: 'Action code', cy: 'Cod gweithredu' },
  'work.actionNeeded': { en: 'Choose an action code.', cy: 'Dewiswch god gweithredu.' },
  'work.sanitisation': { en: 'Sanitisation code', cy: 'Cod glanhau' },
  'work.sanitisationNeeded': { en: 'Choose a sanitisation code.', cy: 'Dewiswch god glanhau.' },
  'work.flags': { en: 'Flags', cy: 'Fflagiau' },
  'work.flagsHint': {
    en: 'The flags suggested by the answers are already set. Change any that are wrong.',
    cy: 'Mae’r fflagiau y mae’r atebion yn eu hawgrymu wedi’u gosod eisoes. Newidiwch unrhyw rai sy’n anghywir.',
  },
  'work.regime': { en: 'Data protection regime', cy: 'Cyfundrefn diogelu data' },
  'work.regimeNeeded': {
    en: 'Choose the data protection regime.',
    cy: 'Dewiswch y gyfundrefn diogelu data.',
  },
  'work.proposal': {
    en: 'The answer to “How do you know?” was: “{answer}”. That suggests “{source}” and “{assessment}”. It is a proposal: you decide.',
    cy: 'Yr ateb i’r cwestiwn “Sut ydych chi’n gwybod?” oedd: “{answer}”. Mae hynny’n awgrymu “{source}” a hefyd “{assessment}”. Cynnig ydyw: chi sy’n penderfynu.',
  },
  'work.proposalNone': {
    en: 'The question “How do you know?” was not answered. That suggests “{source}” and “{assessment}”. It is a proposal: you decide.',
    cy: 'Ni chafodd y cwestiwn “Sut ydych chi’n gwybod?” ei ateb. Mae hynny’n awgrymu “{source}” a hefyd “{assessment}”. Cynnig ydyw: chi sy’n penderfynu.',
  },
  'work.proposalUse': { en: 'Use this proposal', cy: 'Defnyddio’r cynnig hwn' },
  'work.proposalOpen': {
    en: 'Open the report to see a proposed grading here.',
    cy: 'Agorwch yr adroddiad i weld cynnig ar gyfer graddiad yma.',
  },
  'work.triageSend': { en: 'Save the triage', cy: 'Cadw’r brysbennu' },
  'work.triageSaved': { en: 'The triage is saved.', cy: 'Mae’r brysbennu wedi’i gadw.' },

  'work.stateHeading': { en: 'Change the status', cy: 'Newid y statws' },
  'work.moveTo': { en: 'Change the status to', cy: 'Newid y statws i' },
  'work.moveNeeded': { en: 'Choose a status.', cy: 'Dewiswch statws.' },
  'work.moveHint': {
    en: 'The person who reported sees the status when they come back.',
    cy: 'Mae’r person a roddodd wybod yn gweld y statws pan ddaw’n ôl.',
  },
  'work.moveSend': { en: 'Save the status', cy: 'Cadw’r statws' },
  'work.moveSaved': { en: 'The status has been changed.', cy: 'Mae’r statws wedi’i newid.' },
  'work.updateText': {
    en: 'If you have looked at the case and there is nothing new to tell the person who reported, record that here. The time until the next update then starts again.',
    cy: 'Os ydych wedi edrych ar yr achos ac nad oes dim newydd i’w ddweud wrth y person a roddodd wybod, cofnodwch hynny yma. Yna mae’r amser tan y diweddariad nesaf yn dechrau eto.',
  },
  'work.updateSend': { en: 'Record that nothing is new', cy: 'Cofnodi nad oes dim newydd' },
  'work.updateSaved': {
    en: 'You have recorded that there is nothing new to tell.',
    cy: 'Rydych wedi cofnodi nad oes dim byd newydd i’w ddweud.',
  },

  'work.assignHeading': { en: 'Who has the case', cy: 'Pwy sydd â’r achos' },
  'work.claim': { en: 'Take this case', cy: 'Cymryd yr achos' },
  'work.claimed': { en: 'The case is with you.', cy: 'Mae’r achos gyda chi.' },
  'work.claimTold': {
    en: 'The case is with a colleague. Say why you are taking it: they are told that something needs attention, and can read the reason.',
    cy: 'Mae’r achos gyda chydweithiwr. Dywedwch pam rydych yn ei gymryd: caiff eich cydweithiwr wybod bod angen sylw ar rywbeth, a gall ddarllen y rheswm.',
  },
  'work.assignTo': { en: 'Give the case to', cy: 'Rhoi’r achos i' },
  'work.assignNobody': { en: 'Nobody', cy: 'Neb' },
  'work.assignNeeded': { en: 'Choose who to give the case to.', cy: 'Dewiswch pwy fydd yn cael yr achos.' },
  'work.assignSend': { en: 'Hand over the case', cy: 'Trosglwyddo’r achos' },
  'work.assigned': { en: 'The case is handed over.', cy: 'Mae’r achos wedi’i drosglwyddo.' },

  'work.notesHeading': { en: 'Notes, decisions and tasks', cy: 'Nodiadau, penderfyniadau a thasgau' },
  'work.notesFor': { en: 'Who can read the note', cy: 'Pwy all ddarllen y nodyn' },
  'work.notesForHandlers': { en: 'Everyone handling the case', cy: 'Pawb sy’n delio â’r achos' },
  'work.notesForAssignee': { en: '{name} and you', cy: '{name} a chi' },
  'work.notesForSelf': { en: 'Only you', cy: 'Chi yn unig' },
  'work.notesForHint': {
    en: 'Your note is encrypted for the people you choose. You cannot add readers later.',
    cy: 'Caiff eich nodyn ei amgryptio ar gyfer y bobl a ddewiswch. Ni allwch ychwanegu darllenwyr wedyn.',
  },
  'work.notesForNeeded': { en: 'Choose who can read the note.', cy: 'Dewiswch pwy all ddarllen y nodyn.' },
  'work.notesText': { en: 'Note', cy: 'Nodyn' },
  'work.notesNeeded': { en: 'Write the note.', cy: 'Ysgrifennwch y nodyn.' },
  'work.notesSend': { en: 'Save the note', cy: 'Cadw’r nodyn' },
  'work.notesSaved': { en: 'The note is saved in the history.', cy: 'Mae’r nodyn wedi’i gadw yn yr hanes.' },

  'work.referralHeading': {
    en: 'Referral to the IOPC',
    cy: 'Cyfeirio at yr IOPC',
  },
  'work.referralIntro': {
    en: 'Abuse of position for a sexual purpose is serious corruption and must be referred. The decision depends on what is alleged, not on whether it is proven. What a colleague reports is usually a conduct matter, which is recorded and referred under regulation 7 of the Police (Complaints and Misconduct) Regulations 2020. A complaint is referred under regulation 4. The regulations say by when a case must be referred. Candour shows a due date only if your force has confirmed and set one.',
    cy: 'Mae camddefnyddio swydd at ddiben rhywiol yn llygredd difrifol a rhaid ei gyfeirio. Yr hyn a honnir sy’n penderfynu, nid a yw wedi’i brofi. Mater ymddygiad yw’r hyn y mae cydweithiwr yn rhoi gwybod amdano fel arfer, a chaiff ei gofnodi a’i gyfeirio o dan reoliad 7 o Reoliadau’r Heddlu (Cwynion a Chamymddwyn) 2020. Caiff cwyn ei chyfeirio o dan reoliad 4. Y rheoliadau sy’n dweud erbyn pryd y mae’n rhaid cyfeirio achos. Dim ond os yw eich heddlu wedi cadarnhau a gosod dyddiad targed y mae Candour yn dangos un.',
  },
  'work.referralAfterClosing': {
    en: 'The case is closed, but the referral to the IOPC is still due. Record it here when you have made it. To change the decision, reopen the case first.',
    cy: 'Mae’r achos ar gau, ond mae angen ei gyfeirio at yr IOPC o hyd. Cofnodwch hynny yma pan fyddwch wedi’i gyfeirio. I newid y penderfyniad, ailagorwch yr achos yn gyntaf.',
  },
  'work.referralStands': { en: '{decision} (recorded on {day})', cy: '{decision} (cofnodwyd ar {day})' },
  'work.referralDue': { en: '{decision}, by {day}', cy: '{decision}, erbyn {day}' },
  'work.decision': { en: 'Decision', cy: 'Penderfyniad' },
  'work.decisionNeeded': { en: 'Choose a decision.', cy: 'Dewiswch benderfyniad.' },
  'work.referralSend': { en: 'Record the decision', cy: 'Cofnodi’r penderfyniad' },
  'work.referralSaved': { en: 'The decision is recorded.', cy: 'Mae’r penderfyniad wedi’i gofnodi.' },

  'work.closeHeading': { en: 'Closing', cy: 'Cau' },
  'work.closeIntro': {
    en: 'The person who reported sees that the case is closed and the answer that you choose, but not the outcome. They can still write: the case is then reopened.',
    cy: 'Bydd y person a roddodd wybod yn gweld bod yr achos ar gau, a’r ateb rydych yn ei ddewis, ond nid y canlyniad. Gall ysgrifennu o hyd: caiff yr achos ei ailagor wedyn.',
  },
  'work.closeFirst': { en: 'Before this case can be closed:', cy: 'Cyn y gellir cau’r achos hwn:' },
  'work.closeReferral': {
    en: 'The referral to the IOPC is still due after closing, and its due date stays on the case. When you have made the referral, record it on this page.',
    cy: 'Mae angen cyfeirio’r achos at yr IOPC o hyd ar ôl cau, ac mae’r dyddiad targed yn aros ar yr achos. Pan fyddwch wedi cyfeirio’r achos, cofnodwch hynny ar y dudalen hon.',
  },
  'work.closeTold': {
    en: 'Nobody else who sees this case has opened it since the person who reported last wrote or the case was last graded. If you close it now, the reserve officers are told that you closed it, and the outcome. If a colleague opens the report first, the reserve officers are not told.',
    cy: 'Nid oes neb arall sy’n gweld yr achos hwn wedi’i agor ers i’r person a roddodd wybod ysgrifennu ddiwethaf neu ers i’r achos gael ei raddio ddiwethaf. Os byddwch yn ei gau nawr, bydd y swyddogion wrth gefn yn cael gwybod eich bod wedi’i gau, a beth oedd y canlyniad. Os bydd cydweithiwr yn agor yr adroddiad yn gyntaf, ni fydd y swyddogion wrth gefn yn cael gwybod.',
  },
  'work.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'work.outcomeNeeded': { en: 'Choose an outcome.', cy: 'Dewiswch ganlyniad.' },
  'work.answer': { en: 'Answer to the person who reported', cy: 'Ateb i’r person a roddodd wybod' },
  'work.answerHint': {
    en: 'They read it with their return code, in their language. Anyone who finds the code can read it too. If saying more could put someone at risk, choose the last answer.',
    cy: 'Bydd y person yn ei ddarllen gyda’r cod dychwelyd, yn ei iaith ei hun. Gall unrhyw un sy’n dod o hyd i’r cod ei ddarllen hefyd. Os gallai dweud mwy roi rhywun mewn perygl, dewiswch yr ateb olaf.',
  },
  'work.answerNeeded': { en: 'Choose an answer.', cy: 'Dewiswch ateb.' },
  'work.answerOwnWords': {
    en: 'To say more in your own words, write them a message as well.',
    cy: 'I ddweud mwy yn eich geiriau eich hun, ysgrifennwch neges hefyd.',
  },
  'work.closeSend': { en: 'Close the case', cy: 'Cau’r achos' },
  'work.closeSaved': { en: 'The case is closed.', cy: 'Mae’r achos ar gau.' },

  'work.linkHeading': { en: 'Link with another case', cy: 'Cysylltu ag achos arall' },
  'work.linkOther': { en: 'Reference number of the other case', cy: 'Rhif cyfeirnod yr achos arall' },
  'work.linkHint': { en: 'Ten letters and digits.', cy: 'Deg o lythrennau a digidau.' },
  'work.linkNeeded': {
    en: 'Enter the reference number of the other case. If you have entered it, check each letter and digit.',
    cy: 'Rhowch rif cyfeirnod yr achos arall. Os ydych wedi’i roi, gwiriwch bob llythyren a digid.',
  },
  'work.linkSend': { en: 'Link the cases', cy: 'Cysylltu’r achosion' },
  'work.linkSaved': {
    en: 'The cases are linked, and both histories record it.',
    cy: 'Mae’r achosion wedi’u cysylltu, ac mae’r ddau hanes yn cofnodi hynny.',
  },

  'work.conflictOpen': { en: 'Declare a conflict of interest', cy: 'Datgan gwrthdaro buddiannau' },
  'work.conflictHeading': { en: 'Declare a conflict of interest', cy: 'Datgan gwrthdaro buddiannau' },
  'work.conflictIntro': {
    en: 'Use this if you know someone the case is about, or if it is about you. It takes effect at once.',
    cy: 'Defnyddiwch hyn os ydych yn adnabod rhywun y mae’r achos yn ymwneud ag ef, neu os yw’n ymwneud â chi. Mae’n dod i rym ar unwaith.',
  },
  'work.conflictGone': {
    en: 'You will no longer see this case anywhere in Candour. You cannot undo this yourself.',
    cy: 'Ni fyddwch yn gweld yr achos hwn yn unman yn Candour mwyach. Ni allwch ddadwneud hyn eich hun.',
  },
  'work.conflictKnown': {
    en: 'You will remember what you have read. The history shows your colleagues what you opened.',
    cy: 'Byddwch yn cofio’r hyn a ddarllenoch. Mae’r hanes yn dangos i’ch cydweithwyr beth a agoroch.',
  },
  'work.conflictOthers': {
    en: 'Colleagues who can still see the case continue with it.',
    cy: 'Bydd cydweithwyr sy’n dal i weld yr achos yn parhau ag ef.',
  },
  'work.conflictLast': {
    en: 'As far as Candour knows, nobody else in the unit can see this case. It goes to the reserve officers, who are told at once.',
    cy: 'Hyd y gŵyr Candour, ni all neb arall yn yr uned weld yr achos hwn. Bydd yn mynd at y swyddogion wrth gefn, a byddant yn cael gwybod ar unwaith.',
  },
  'work.conflictNobody': {
    en: 'As far as Candour knows, you are the only reserve officer who can see this case, so nobody would be left to handle it. Ask Candour’s admins to have someone added to the reserve officers first. They do not need to know why. Then declare the conflict here. Do not open the report until then.',
    cy: 'Hyd y gŵyr Candour, chi yw’r unig swyddog wrth gefn sy’n gallu gweld yr achos hwn, felly ni fyddai neb ar ôl i ddelio ag ef. Gofynnwch i weinyddwyr Candour drefnu i rywun gael ei ychwanegu at y swyddogion wrth gefn yn gyntaf. Nid oes angen iddynt wybod pam. Yna datganwch y gwrthdaro buddiannau yma. Peidiwch ag agor yr adroddiad tan hynny.',
  },
  'work.conflictSend': { en: 'Declare the conflict and leave', cy: 'Datgan y gwrthdaro a gadael' },

  'work.excludeHeading': { en: 'Remove a colleague’s access', cy: 'Tynnu mynediad cydweithiwr' },
  'work.excludeIntro': {
    en: 'Use this if the case is about a colleague, or if they know someone in it. They lose access at once. They will remember what they have already read.',
    cy: 'Defnyddiwch hyn os yw’r achos yn ymwneud â chydweithiwr, neu os yw cydweithiwr yn adnabod rhywun ynddo. Bydd y person hwnnw’n colli mynediad ar unwaith. Bydd yn cofio’r hyn a ddarllenodd eisoes.',
  },
  'work.excludeTold': {
    en: 'The reserve officers are told at once whose access was removed, by whom and why. They or another colleague can restore it.',
    cy: 'Bydd y swyddogion wrth gefn yn cael gwybod ar unwaith pwy a gollodd fynediad, pwy a’i tynnodd a pham. Gallant hwy neu gydweithiwr arall ei adfer.',
  },
  'work.excludeAlready': { en: 'Access removed so far', cy: 'Wedi colli mynediad hyd yma' },
  'work.excludePerson': { en: 'Colleague', cy: 'Cydweithiwr' },
  'work.excludeNeeded': { en: 'Choose a colleague.', cy: 'Dewiswch gydweithiwr.' },
  'work.excludeConfirm': {
    en: 'I know that this takes effect at once, and that I cannot undo it myself.',
    cy: 'Gwn fod hyn yn dod i rym ar unwaith, ac na allaf ei ddadwneud fy hun.',
  },
  'work.excludeConfirmNeeded': {
    en: 'Confirm that you know what this does.',
    cy: 'Cadarnhewch eich bod yn gwybod beth mae hyn yn ei wneud.',
  },
  'work.excludeSend': { en: 'Remove their access', cy: 'Tynnu mynediad y person' },
  'work.excludeSaved': {
    en: 'The colleague’s access has been removed.',
    cy: 'Mae mynediad y cydweithiwr wedi’i dynnu.',
  },
  'work.readmitHeading': { en: 'Restore someone’s access', cy: 'Adfer mynediad rhywun' },
  'work.readmitIntro': {
    en: 'Use this if another colleague removed someone’s access unnecessarily. That person then sees the case and its whole history again, and the reserve officers are told.',
    cy: 'Defnyddiwch hyn os tynnodd cydweithiwr arall fynediad rhywun heb fod angen. Bydd y person hwnnw’n gweld yr achos a’i holl hanes eto wedyn, a bydd y swyddogion wrth gefn yn cael gwybod.',
  },
  'work.readmitPerson': { en: 'Whose access to restore', cy: 'Mynediad pwy i’w adfer' },
  'work.readmitSend': { en: 'Restore their access', cy: 'Adfer mynediad y person' },
  'work.readmitSaved': { en: 'They can see the case again.', cy: 'Gall y person weld yr achos eto.' },
} as const satisfies Words<'work'>;
