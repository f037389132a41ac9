import type { RefusalCode } from '@trinhduyet/approval';
import { entry, type Entry } from './entry';

const RELOAD = ['Tải lại trang để xem hồ sơ hiện ở đâu.', 'Reload the page to see where the dossier is now.'] as const;
export const ASK_HEAD = [
  'Hỏi trưởng đơn vị nếu việc này cần giao lại.',
  'Ask the head of the office if it should be given to you.',
] as const;

/** Why a command was not lawful: the refusals of the core, as people read them. */
export const REFUSED: Readonly<Record<RefusalCode, Entry>> = {
  'may-not-extend': entry(
    403,
    ['Bước này không gia hạn được.', 'Để cơ quan đang giải quyết hồ sơ gia hạn.'],
    ['This step cannot extend the time.', 'Leave it to the office that works on the dossier.'],
  ),
  'already-extended': entry(
    409,
    ['Hồ sơ này đã gia hạn một lần.', 'Chỉ được hẹn lại một lần; giải quyết theo ngày đã hẹn lại.'],
    [
      'The time of this dossier was extended once already.',
      'It is done once only; keep the day that was promised anew.',
    ],
  ),
  'nothing-promised': entry(
    409,
    ['Hồ sơ hiện không có ngày hẹn trả để gia hạn.', 'Chờ người nộp bổ sung, hoặc kết quả đã có rồi.'],
    ['There is no promised day to move now.', 'The applicant is waited for, or the result is there already.'],
  ),
  'too-late-to-extend': entry(
    409,
    ['Đã quá hạn gia hạn và xin lỗi.', 'Phải gửi trước ngày hẹn trả ít nhất một ngày làm việc.'],
    ['It is too late to extend the time.', 'The apology goes out at least one working day before the promised one.'],
  ),
  'unlawful-promise': entry(
    422,
    ['Ngày hẹn lại phải là ngày làm việc sau ngày đã hẹn.', 'Chọn ngày khác.'],
    ['The new day must be a working day after the promised one.', 'Choose another day.'],
  ),
  'already-submitted': entry(
    409,
    ['Hồ sơ này đã được nộp.', 'Mở “Hồ sơ của tôi” để theo dõi.'],
    ['This dossier was already submitted.', 'Open “My dossiers” to follow it.'],
  ),
  'not-submitted': entry(
    409,
    ['Hồ sơ này chưa được nộp.', 'Nộp hồ sơ trước.'],
    ['This dossier was not submitted yet.', 'Submit it first.'],
  ),
  'already-ended': entry(409, ['Hồ sơ này đã kết thúc.', RELOAD[0]], ['This dossier has ended.', RELOAD[1]]),
  'not-your-dossier': entry(
    403,
    ['Chỉ người nộp mới làm được việc này.', 'Đăng nhập bằng tài khoản đã nộp hồ sơ.'],
    ['Only the applicant can do this.', 'Sign in with the account that submitted the dossier.'],
  ),
  'not-your-task': entry(
    403,
    ['Việc này thuộc vị trí khác hoặc vị trí của Ông/Bà đã hết hiệu lực.', ASK_HEAD[0]],
    ['This task belongs to another post, or your post has ended.', ASK_HEAD[1]],
  ),
  'own-dossier': entry(
    403,
    ['Không ai được giải quyết hồ sơ của chính mình.', 'Chuyển người khác trong đơn vị.'],
    ['Nobody may decide on their own dossier.', 'Leave it to a colleague.'],
  ),
  'same-person': entry(
    403,
    ['Người thẩm tra không được đồng thời là người ký.', 'Chuyển người khác có thẩm quyền.'],
    ['Who examined the dossier may not sign it.', 'Leave it to another authorised person.'],
  ),
  'no-such-task': entry(404, ['Không có việc này ở hồ sơ.', RELOAD[0]], ['The dossier has no such task.', RELOAD[1]]),
  'already-decided': entry(
    409,
    ['Việc này đã được giải quyết.', RELOAD[0]],
    ['This task was already decided.', RELOAD[1]],
  ),
  'moved-on': entry(409, ['Hồ sơ đã chuyển sang bước khác.', RELOAD[0]], ['The dossier has moved on.', RELOAD[1]]),
  'in-transit': entry(
    409,
    ['Hồ sơ đang được chuyển bước.', 'Đợi vài giây rồi thử lại.'],
    ['The dossier is on its way to the next step.', 'Wait a few seconds and try again.'],
  ),
  'claimed-by-another': entry(
    409,
    ['Đồng nghiệp khác đã nhận việc này.', ASK_HEAD[0]],
    ['A colleague has taken this task.', ASK_HEAD[1]],
  ),
  'assigned-to-another': entry(
    409,
    ['Việc này đã được giao cho người khác.', ASK_HEAD[0]],
    ['This task was assigned to somebody else.', ASK_HEAD[1]],
  ),
  'not-claimed': entry(409, ['Chưa ai nhận việc này.', RELOAD[0]], ['Nobody has taken this task.', RELOAD[1]]),
  'not-the-head': entry(
    403,
    ['Chỉ trưởng đơn vị hoặc lãnh đạo mới giao việc được.', ASK_HEAD[0]],
    ['Only the head of the office or a leader can assign tasks.', ASK_HEAD[1]],
  ),
  'not-assignable': entry(
    422,
    ['Người được chọn không giữ vị trí của việc này.', 'Chọn người khác trong danh sách.'],
    ['The chosen person does not hold the post of this task.', 'Choose another person from the list.'],
  ),
  'not-before': entry(
    409,
    ['Chưa đến thời điểm được kết thúc bước này.', 'Chờ hết thời gian niêm yết.'],
    ['It is too early to close this step.', 'Wait until the posting is over.'],
  ),
  'not-stuck': entry(
    409,
    ['Hồ sơ không còn dừng.', RELOAD[0]],
    ['The dossier does not stand still any more.', RELOAD[1]],
  ),
  'not-at-reception': entry(
    409,
    ['Hồ sơ không ở bước tiếp nhận.', RELOAD[0]],
    ['The dossier is not at reception.', RELOAD[1]],
  ),
  'nothing-asked': entry(
    409,
    ['Hồ sơ này không đang chờ bổ sung.', RELOAD[0]],
    ['Nothing is being asked for.', RELOAD[1]],
  ),
  'may-not-ask-supplement': entry(
    409,
    ['Bước này không yêu cầu bổ sung được.', 'Trả lại bước trước nếu hồ sơ còn thiếu.'],
    ['This step cannot ask for a supplement.', 'Return it to an earlier step if something is missing.'],
  ),
  'unlawful-date': entry(
    422,
    ['Hạn bổ sung phải ở sau hôm nay.', 'Chọn ngày muộn hơn.'],
    ['The last day must lie after today.', 'Choose a later day.'],
  ),
  'needs-consent': entry(
    409,
    [
      'Bước này đã yêu cầu bổ sung một lần.',
      'Xin trưởng phòng hoặc lãnh đạo đồng ý (Thêm › Xin yêu cầu bổ sung lần nữa), rồi mới gửi.',
    ],
    [
      'This step has asked for a supplement once already.',
      'Ask the head or a leader for consent first (More › Ask to request once more).',
    ],
  ),
  'consent-not-needed': entry(
    409,
    ['Không cần xin đồng ý: yêu cầu bổ sung được ngay.', 'Gửi yêu cầu bổ sung.'],
    ['No consent is needed: the supplement can be asked for.', 'Send the request.'],
  ),
  'consent-pending': entry(
    409,
    ['Đã xin yêu cầu bổ sung lần nữa, đang chờ trả lời.', 'Chờ trưởng phòng hoặc lãnh đạo trả lời.'],
    ['Consent was asked for and not answered yet.', 'Wait for the head or a leader.'],
  ),
  'no-consent-asked': entry(
    409,
    ['Không có đề nghị yêu cầu bổ sung lần nữa nào đang chờ.', RELOAD[0]],
    ['No consent is being asked for.', RELOAD[1]],
  ),
  'no-chain-for-ladder': entry(
    409,
    ['Loại yêu cầu này chưa có quy trình cho đơn vị đang có hiệu lực.', 'Báo quản trị viên chương trình.'],
    ['This request type has no chain for the units in force.', 'Tell the administrator of the programme.'],
  ),
  'no-such-unit': entry(
    422,
    ['Không có nơi tiếp nhận này.', 'Chọn đơn vị khác trong danh sách.'],
    ['There is no such reception.', 'Choose another unit from the list.'],
  ),
  'unknown-outcome': entry(
    422,
    ['Bước này không có kết quả đó.', RELOAD[0]],
    ['This step has no such outcome.', RELOAD[1]],
  ),
  'unlawful-target': entry(
    422,
    ['Không trả lại được về bước đó.', 'Chọn một bước đã qua trong danh sách.'],
    ['It cannot be returned to that step.', 'Choose an earlier step from the list.'],
  ),
  'reason-required': entry(
    422,
    ['Việc này cần nêu lý do.', 'Ghi lý do rồi gửi lại.'],
    ['This needs a reason.', 'Write the reason and send it again.'],
  ),
  'entry-required': entry(
    422,
    ['Chưa điền phiếu của bước này.', 'Điền phiếu rồi gửi lại.'],
    ['The form of this step is not filled in.', 'Fill it in and send it again.'],
  ),
  'amount-required': entry(
    422,
    ['Chưa ghi số tiền.', 'Ghi số tiền rồi gửi lại.'],
    ['The amount is missing.', 'Enter the amount and send it again.'],
  ),
  stale: entry(
    409,
    ['Hồ sơ vừa được cập nhật. Ý kiến đang nhập vẫn được giữ.', 'Xem thay đổi rồi quyết định.'],
    ['The dossier has just changed. What you typed is kept.', 'Look at the change, then decide.'],
  ),
  'not-transcribed': entry(
    409,
    [
      'Đơn giấy của hồ sơ này chưa được nhập đủ.',
      'Bộ phận một cửa hoặc công chức chuyên môn bấm “Nhập đơn giấy” trước, rồi mới quyết định được.',
    ],
    [
      'The paper form of this dossier is not typed in yet.',
      'Reception or a specialist presses “Type in the paper form” first; then it can be decided.',
    ],
  ),
  'already-transcribed': entry(
    409,
    ['Đơn giấy của hồ sơ này đã được nhập.', RELOAD[0]],
    ['The paper form of this dossier is typed in already.', RELOAD[1]],
  ),
  'already-asked': entry(
    409,
    ['Hồ sơ đang chờ người dân bổ sung.', 'Chờ trả lời; mỗi lần chỉ gửi một yêu cầu, ghi đủ mọi nội dung.'],
    [
      'The dossier already waits for a supplement.',
      'Wait for the answer; one request at a time, with everything in it.',
    ],
  ),
  'not-your-turn': entry(
    409,
    ['Chưa đến lượt ký của bạn.', 'Người ký trước quyết định xong thì việc này tự mở cho bạn.'],
    ['It is not your turn to sign yet.', 'It opens for you when those before you have decided.'],
  ),
  'awaits-opinion': entry(
    409,
    ['Đang chờ ý kiến đã xin.', 'Chờ trả lời, hoặc rút yêu cầu xin ý kiến rồi quyết định.'],
    ['An opinion that was asked for is still awaited.', 'Wait for it, or take the question back and decide.'],
  ),
  'not-a-signer': entry(
    409,
    ['Việc này không thuộc bước đang giữ.', RELOAD[0]],
    ['The step at hand does not have this act.', RELOAD[1]],
  ),
  'no-such-post': entry(
    422,
    ['Không chuyển hay xin ý kiến vị trí đó được.', 'Chọn một vị trí trong danh sách.'],
    ['That post cannot be asked.', 'Choose one from the list.'],
  ),
  'not-asked-by-you': entry(
    403,
    ['Chỉ người đã xin ý kiến hoặc thủ trưởng mới rút được.', ASK_HEAD[0]],
    ['Only who asked, or their head, can take this back.', ASK_HEAD[1]],
  ),
  'nothing-to-recall': entry(
    409,
    ['Không còn quyết định nào của bạn để rút lại.', RELOAD[0]],
    ['There is no decision of yours left to take back.', RELOAD[1]],
  ),
  'already-opened': entry(
    409,
    ['Người ở bước sau đã mở hồ sơ nên không rút lại được.', 'Liên hệ người đó để họ trả lại hồ sơ.'],
    ['Whoever has the next step has opened it, so it cannot be taken back.', 'Ask them to return the dossier.'],
  ),
  'already-numbered': entry(
    409,
    ['Văn bản đã có số nên không rút lại được.', 'Sai sót chỉ sửa bằng văn bản đính chính hoặc thu hồi.'],
    ['The paper has its number, so this cannot be taken back.', 'A mistake is mended by another paper only.'],
  ),
  suspended: entry(
    409,
    ['Hồ sơ đang tạm dừng thời hạn.', 'Thủ trưởng cho chạy lại thời hạn trước, rồi mới xử lý tiếp được.'],
    ['The clock of this dossier is stopped.', 'The head lets it run again first.'],
  ),
  'not-suspended': entry(
    409,
    ['Thời hạn của hồ sơ đang chạy.', RELOAD[0]],
    ['The clock of this dossier is running.', RELOAD[1]],
  ),
  'may-not-suspend': entry(
    409,
    ['Hồ sơ này không được tạm dừng thời hạn.', 'Nếu không kịp, dùng thư xin lỗi và hẹn lại ngày trả.'],
    [
      'The clock of this dossier may not be stopped.',
      'If there is too little time, promise another day with an apology.',
    ],
  ),
  'unlawful-ground': entry(
    422,
    ['Căn cứ tạm dừng không có trong quy trình.', 'Chọn một căn cứ trong danh sách.'],
    ['The procedure does not know this ground.', 'Choose one from the list.'],
  ),
  'urged-lately': entry(
    429,
    ['Vừa có người đôn đốc hồ sơ này.', 'Có thể đôn đốc lại sau hai ngày làm việc.'],
    ['Somebody has just urged this dossier.', 'It can be urged again after two working days.'],
  ),
  'not-overdue': entry(
    409,
    ['Bước này vẫn còn trong hạn.', 'Quá hạn mà chưa xong thì có thể nhắc cơ quan giải quyết.'],
    ['This step is still within its time.', 'You can urge the office once it is late.'],
  ),
  'nobody-asked': entry(
    409,
    ['Lúc này không có ai đang phải xử lý.', RELOAD[0]],
    ['Nobody is asked to do anything now.', RELOAD[1]],
  ),
};
