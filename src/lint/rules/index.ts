import type { Rule } from '../rule.ts';
import { wordingRules } from '../wording/rules.ts';
import { addressTooLong } from './address-too-long.ts';
import { allMaterialsDeferred } from './all-materials-deferred.ts';
import { amendedLaw } from './amended-law.ts';
import { articleBeyondLaw } from './article-beyond-law.ts';
import { bareDayLimit } from './bare-day-limit.ts';
import { basicCodeForm } from './basic-code-form.ts';
import { basisWithoutArticle } from './basis-without-article.ts';
import { basisWithoutQuote } from './basis-without-quote.ts';
import { blankInName } from './blank-in-name.ts';
import { calendarYear } from './calendar-year.ts';
import { chainCircle } from './chain-circle.ts';
import { chainCompare } from './chain-compare.ts';
import { chainJoint } from './chain-joint.ts';
import { chainLead } from './chain-lead.ts';
import { chainLimit } from './chain-limit.ts';
import { chainMember } from './chain-member.ts';
import { chainMemberState } from './chain-member-state.ts';
import { chainPaper } from './chain-paper.ts';
import { chainQuestion } from './chain-question.ts';
import { chainShare } from './chain-share.ts';
import { codeRegion } from './code-region.ts';
import { codeType } from './code-type.ts';
import { codesDisagree } from './codes-disagree.ts';
import { committedOverStatutory } from './committed-over-statutory.ts';
import { conditionBasisRank } from './condition-basis-rank.ts';
import { conditionWithoutBasis } from './condition-without-basis.ts';
import { consultIsComplain } from './consult-is-complain.ts';
import { copiesAgainstForm } from './copies-against-form.ts';
import { datesOutOfOrder } from './dates-out-of-order.ts';
import { deferralOverCommitted } from './deferral-over-committed.ts';
import { deferralWithoutDeadline } from './deferral-without-deadline.ts';
import { departmentCode } from './department-code.ts';
import { duplicateMaterial } from './duplicate-material.ts';
import { feeAmount } from './fee-amount.ts';
import { feeReductionBasis } from './fee-reduction-basis.ts';
import { feeWithoutBasis } from './fee-without-basis.ts';
import { feeWithoutStandard } from './fee-without-standard.ts';
import { formFee } from './form-fee.ts';
import { formWithoutBlank } from './form-without-blank.ts';
import { formWithoutSample } from './form-without-sample.ts';
import { formalReviewNotInstant } from './formal-review-not-instant.ts';
import { freeWithPayment } from './free-with-payment.ts';
import { fullyOnlineVisits } from './fully-online-visits.ts';
import { hallEntryReason } from './hall-entry-reason.ts';
import { hallEntryWindow } from './hall-entry-window.ts';
import { hallWithoutWindow } from './hall-without-window.ts';
import { handlingCodeForm } from './handling-code-form.ts';
import { hoursForm } from './hours-form.ts';
import { identityNumber } from './identity-number.ts';
import { implementationCodeForm } from './implementation-code-form.ts';
import { incompleteElement } from './incomplete-element.ts';
import { instantCase } from './instant-case.ts';
import { intermediaryBasis } from './intermediary-basis.ts';
import { issuedMaterialDemanded } from './issued-material-demanded.ts';
import { itemWithoutOwner } from './item-without-owner.ts';
import { jointLimit } from './joint-limit.ts';
import { lawDocument } from './law-document.ts';
import { lawNotInForce } from './law-not-in-force.ts';
import { lawOfAnotherPlace } from './law-of-another-place.ts';
import { lawRankMismatch } from './law-rank-mismatch.ts';
import { lawTwoNames } from './law-two-names.ts';
import { lawVersion } from './law-version.ts';
import { licenceAcceptance } from './licence-acceptance.ts';
import { licenceBasisRank } from './licence-basis-rank.ts';
import { licenceDelivery } from './licence-delivery.ts';
import { licenceFeeRank } from './licence-fee-rank.ts';
import { licenceHearing } from './licence-hearing.ts';
import { licenceLimitDefault } from './licence-limit-default.ts';
import { licenceRenewal } from './licence-renewal.ts';
import { longText } from './long-text.ts';
import { markupInText } from './markup-in-text.ts';
import { materialBasisRank } from './material-basis-rank.ts';
import { materialWithoutCriteria } from './material-without-criteria.ts';
import { nameSlip } from './name-slip.ts';
import { nextStage } from './next-stage.ts';
import { nothingAbove } from './nothing-above.ts';
import { noticeElements } from './notice-elements.ts';
import { onlineWithoutAddress } from './online-without-address.ts';
import { optionalWithoutWhen } from './optional-without-when.ts';
import { paragraphBeyondArticle } from './paragraph-beyond-article.ts';
import { pastedText } from './pasted-text.ts';
import { personalMobile } from './personal-mobile.ts';
import { phoneForm } from './phone-form.ts';
import { placeholderValue } from './placeholder-value.ts';
import { proofAbolished } from './proof-abolished.ts';
import { proofBasisRank } from './proof-basis-rank.ts';
import { proofOutcome } from './proof-outcome.ts';
import { proofWithoutBasis } from './proof-without-basis.ts';
import { proseAmount } from './prose-amount.ts';
import { proseCopies } from './prose-copies.ts';
import { proseCount } from './prose-count.ts';
import { proseHours } from './prose-hours.ts';
import { proseLimit } from './prose-limit.ts';
import { prosePhone } from './prose-phone.ts';
import { proseStepLimit } from './prose-step-limit.ts';
import { proseValidity } from './prose-validity.ts';
import { proseVisits } from './prose-visits.ts';
import { proseYesNo } from './prose-yes-no.ts';
import { quoteAgainstLaw } from './quote-against-law.ts';
import { reasonWithoutSubstance } from './reason-without-substance.ts';
import { repealedLaw } from './repealed-law.ts';
import { retiredPhone } from './retired-phone.ts';
import { reviewAgainstCase } from './review-against-case.ts';
import { reviewOverdue } from './review-overdue.ts';
import { sentinelLimit } from './sentinel-limit.ts';
import { sharedMaterialDemanded } from './shared-material-demanded.ts';
import { siteMarks } from './site-marks.ts';
import { specialProcedureBasis } from './special-procedure-basis.ts';
import { specialProcedureDuration } from './special-procedure-duration.ts';
import { statutoryAgainstLaw } from './statutory-against-law.ts';
import { statutoryAgainstQuote } from './statutory-against-quote.ts';
import { statutoryLimitDiffers } from './statutory-limit-differs.ts';
import { stepWithoutCriteria } from './step-without-criteria.ts';
import { stepWithoutProcedure } from './step-without-procedure.ts';
import { stepWithoutRole } from './step-without-role.ts';
import { stepsOverCommitted } from './steps-over-committed.ts';
import { unitAgainstQuote } from './unit-against-quote.ts';
import { unknownLaw } from './unknown-law.ts';
import { unknownRule } from './unknown-rule.ts';
import { visitsReasonWithoutVisit } from './visits-reason-without-visit.ts';
import { visitsWithoutReason } from './visits-without-reason.ts';
import { windowClosed } from './window-closed.ts';
import { zeroVisitsWithoutPost } from './zero-visits-without-post.ts';

/** Every rule, in the order in which they are asked: one line each. */
export const ALL_RULES: readonly Rule[] = [
  noticeElements,
  incompleteElement,
  nextStage,
  placeholderValue,
  committedOverStatutory,
  statutoryLimitDiffers,
  statutoryAgainstLaw,
  statutoryAgainstQuote,
  unitAgainstQuote,
  licenceLimitDefault,
  licenceAcceptance,
  licenceDelivery,
  licenceHearing,
  licenceRenewal,
  stepsOverCommitted,
  instantCase,
  reviewAgainstCase,
  formalReviewNotInstant,
  bareDayLimit,
  sentinelLimit,
  jointLimit,
  chainCircle,
  chainCompare,
  chainJoint,
  chainLead,
  chainLimit,
  chainMember,
  chainMemberState,
  chainPaper,
  chainQuestion,
  chainShare,
  specialProcedureBasis,
  specialProcedureDuration,
  stepWithoutProcedure,
  deferralWithoutDeadline,
  deferralOverCommitted,
  allMaterialsDeferred,
  visitsWithoutReason,
  visitsReasonWithoutVisit,
  fullyOnlineVisits,
  zeroVisitsWithoutPost,
  onlineWithoutAddress,
  windowClosed,
  hallWithoutWindow,
  hallEntryReason,
  hallEntryWindow,
  feeWithoutStandard,
  feeWithoutBasis,
  feeAmount,
  feeReductionBasis,
  licenceFeeRank,
  formFee,
  freeWithPayment,
  formWithoutBlank,
  formWithoutSample,
  issuedMaterialDemanded,
  sharedMaterialDemanded,
  proofWithoutBasis,
  proofBasisRank,
  proofOutcome,
  proofAbolished,
  duplicateMaterial,
  copiesAgainstForm,
  optionalWithoutWhen,
  materialWithoutCriteria,
  stepWithoutCriteria,
  stepWithoutRole,
  itemWithoutOwner,
  reasonWithoutSubstance,
  licenceBasisRank,
  intermediaryBasis,
  conditionWithoutBasis,
  conditionBasisRank,
  materialBasisRank,
  basisWithoutArticle,
  basisWithoutQuote,
  articleBeyondLaw,
  paragraphBeyondArticle,
  quoteAgainstLaw,
  repealedLaw,
  unknownLaw,
  lawOfAnotherPlace,
  lawVersion,
  lawTwoNames,
  amendedLaw,
  lawRankMismatch,
  lawDocument,
  lawNotInForce,
  longText,
  nameSlip,
  consultIsComplain,
  phoneForm,
  retiredPhone,
  personalMobile,
  identityNumber,
  hoursForm,
  basicCodeForm,
  implementationCodeForm,
  handlingCodeForm,
  codesDisagree,
  codeType,
  codeRegion,
  departmentCode,
  proseLimit,
  proseStepLimit,
  proseAmount,
  proseCount,
  proseCopies,
  proseValidity,
  proseHours,
  proseVisits,
  prosePhone,
  proseYesNo,
  nothingAbove,
  pastedText,
  datesOutOfOrder,
  reviewOverdue,
  siteMarks,
  calendarYear,
  addressTooLong,
  blankInName,
  markupInText,
  unknownRule,
  ...wordingRules,
];
