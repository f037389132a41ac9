import type { RefusalCode } from '@trinhduyet/approval';

export interface Entry {
  readonly status: number;
  /** What is so, and what to do next; in the words of the person who reads it. */
  readonly vi: readonly [title: string, next: string];
  readonly en: readonly [title: string, next: string];
}

const entry = (status: number, vi: Entry['vi'], en: Entry['en']): Entry => ({ status, vi, en });

const RELOAD = ['Tải lại trang để xem hồ sơ hiện ở đâu.', 'Reload the page to see where the dossier is now.'] as const;
const ASK_HEAD = [
  'Hỏi trưởng đơn vị nếu việc này cần giao lại.',
  'Ask the head of the office if it should be given to you.',
] as const;

/** Why a command was not lawful: the refusals of the core, as people read them. */
const REFUSED: Readonly<Record<RefusalCode, Entry>> = {
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
};

/** What can go wrong before the core is asked, or around it. */
const AROUND = {
  'malformed-request': entry(
    400,
    ['Yêu cầu gửi lên không đọc được.', 'Tải lại trang rồi thử lại.'],
    ['The request cannot be read.', 'Reload the page and try again.'],
  ),
  'invalid-request': entry(
    422,
    ['Yêu cầu gửi lên có chỗ chưa đúng.', 'Xem các mục được nêu.'],
    ['The request has parts that are not right.', 'See the parts that are named.'],
  ),
  'form-invalid': entry(
    422,
    ['Đơn còn chỗ cần sửa.', 'Sửa các mục được nêu rồi gửi lại.'],
    ['The form needs correcting.', 'Correct the named fields and send it again.'],
  ),
  'form-version-unknown': entry(
    409,
    ['Mẫu đơn này chưa hoặc không còn được ban hành.', 'Mở lại đơn từ trang chương trình.'],
    ['This version of the form is not published.', 'Open the form again from the programme’s page.'],
  ),
  'not-signed-in': entry(
    401,
    ['Ông/Bà chưa đăng nhập hoặc phiên đã hết hạn.', 'Đăng nhập lại; nội dung đang nhập vẫn còn.'],
    ['You are not signed in, or the session has ended.', 'Sign in again; what you typed is kept.'],
  ),
  'wrong-credentials': entry(
    401,
    ['Tài khoản hoặc mật khẩu chưa đúng.', 'Kiểm tra rồi nhập lại.'],
    ['The account or the password is not right.', 'Check and enter them again.'],
  ),
  'wrong-pin': entry(
    404,
    ['Không có hồ sơ nào với mã và PIN này.', 'Xem lại giấy xác nhận đã nộp.'],
    ['There is no dossier with this code and PIN.', 'Look at the acknowledgement again.'],
  ),
  'locked-out': entry(
    429,
    ['Nhập sai quá nhiều lần.', 'Đợi hết thời gian được nêu rồi thử lại.'],
    ['Too many wrong attempts.', 'Wait for the time given, then try again.'],
  ),
  'too-many-requests': entry(
    429,
    ['Có quá nhiều yêu cầu trong thời gian ngắn.', 'Đợi một lát rồi thử lại.'],
    ['Too many requests in a short time.', 'Wait a moment and try again.'],
  ),
  'cross-site': entry(
    403,
    ['Yêu cầu này không đến từ trang của hệ thống.', 'Mở trang chính thức rồi thử lại.'],
    ['This request does not come from our own page.', 'Open the official page and try again.'],
  ),
  forbidden: entry(403, ['Ông/Bà không có quyền làm việc này.', ASK_HEAD[0]], ['You may not do this.', ASK_HEAD[1]]),
  'not-found': entry(
    404,
    ['Không có nội dung này hoặc không thuộc quyền xem.', 'Kiểm tra lại đường dẫn.'],
    ['There is no such thing, or you may not see it.', 'Check the address.'],
  ),
  'method-not-allowed': entry(
    405,
    ['Đường dẫn này không nhận yêu cầu kiểu đó.', 'Xem tài liệu API.'],
    ['This address does not take that kind of request.', 'See the API documentation.'],
  ),
  'unsupported-content': entry(
    415,
    ['Kiểu nội dung gửi lên không được nhận.', 'Gửi JSON, hoặc tệp qua biểu mẫu tải lên.'],
    ['This type of content is not accepted.', 'Send JSON, or files through the upload form.'],
  ),
  'too-large': entry(
    413,
    ['Nội dung gửi lên quá lớn.', 'Chia nhỏ hoặc giảm dung lượng rồi gửi lại.'],
    ['What was sent is too large.', 'Make it smaller and send it again.'],
  ),
  'key-required': entry(
    400,
    ['Thiếu khóa chống gửi trùng (Idempotency-Key).', 'Gửi kèm một UUID phiên bản 7 mới cho mỗi việc.'],
    ['The Idempotency-Key header is missing.', 'Send a fresh version 7 UUID for each act.'],
  ),
  'key-unusable': entry(
    400,
    ['Khóa chống gửi trùng không dùng được.', 'Dùng UUID phiên bản 7 tạo trong vòng 30 ngày.'],
    ['The Idempotency-Key cannot be used.', 'Use a version 7 UUID made within the last 30 days.'],
  ),
  'key-reused': entry(
    422,
    ['Khóa chống gửi trùng đã dùng cho nội dung khác.', 'Tạo khóa mới cho việc mới.'],
    ['The Idempotency-Key was used for something else.', 'Make a new key for a new act.'],
  ),
  'version-required': entry(
    428,
    ['Thiếu phiên bản đã xem (If-Match).', 'Tải lại rồi thử lại.'],
    ['The version that you have seen (If-Match) is missing.', 'Reload and try again.'],
  ),
  'draft-changed': entry(
    409,
    ['Bản nháp đã được sửa ở nơi khác.', 'Xem bản mới; nội dung đang nhập vẫn còn trên máy này.'],
    ['The draft was changed elsewhere.', 'Look at the new version; what you typed is kept here.'],
  ),
  'file-type': entry(
    415,
    ['Tệp này không phải ảnh JPEG, PNG hay tài liệu PDF.', 'Chụp lại ảnh hoặc chọn tệp khác.'],
    ['This file is no JPEG or PNG picture and no PDF.', 'Take the photo again or choose another file.'],
  ),
  'file-too-large': entry(
    413,
    ['Tệp lớn hơn 10 MB.', 'Chụp lại với dung lượng nhỏ hơn.'],
    ['The file is larger than 10 MB.', 'Take a smaller photo.'],
  ),
  'file-empty': entry(422, ['Tệp trống.', 'Chọn lại tệp.'], ['The file is empty.', 'Choose the file again.']),
  'too-many-files': entry(
    409,
    ['Hồ sơ đã có 30 tệp.', 'Xóa bớt tệp không cần.'],
    ['The dossier already has 30 files.', 'Remove some that are not needed.'],
  ),
  'file-missing': entry(
    422,
    ['Có ảnh hoặc giấy tờ không thuộc hồ sơ này.', 'Tải lại ảnh rồi nộp.'],
    ['A photo or paper does not belong to this dossier.', 'Upload it again, then submit.'],
  ),
  'number-taken': entry(
    409,
    ['Số này đã cấp cho văn bản khác trong năm.', 'Xem sổ văn bản rồi nhập số khác.'],
    ['This number was given to another paper this year.', 'Look at the register and enter another.'],
  ),
  'duplicate-dossier': entry(
    409,
    [
      'Hộ này đang có một hồ sơ cùng loại chưa giải quyết xong.',
      'Mở hồ sơ đó để làm tiếp, hoặc từ chối tiếp nhận bằng mẫu 03.',
    ],
    [
      'This household has another open dossier of the same type.',
      'Go on with that one, or refuse to receive this one on form 03.',
    ],
  ),
  'place-differs': entry(
    409,
    ['Nơi ở ghi trong đơn không thuộc đơn vị này.', 'Yêu cầu người nộp bổ sung xã, thôn nơi ở trước khi tiếp nhận.'],
    [
      'The place in the form is not of this unit.',
      'Ask the applicant to correct commune and village before receiving it.',
    ],
  ),
  'unknown-place': entry(
    422,
    ['Xã hoặc thôn đã chọn hiện không có trong danh mục.', 'Chọn lại nơi ở.'],
    ['The chosen commune or village is not in force.', 'Choose the place again.'],
  ),
  unavailable: entry(
    503,
    ['Hệ thống đang gián đoạn, nội dung vẫn còn.', 'Tự thử lại sau ít giây.'],
    ['The system is interrupted; what you typed is kept.', 'It will try again in a few seconds.'],
  ),
  internal: entry(
    500,
    ['Hệ thống gặp lỗi ngoài dự kiến.', 'Thử lại sau; nếu vẫn lỗi, báo mã lỗi cho quản trị viên.'],
    ['The system met an unexpected error.', 'Try later; if it goes on, tell the administrator the code.'],
  ),
} satisfies Record<string, Entry>;

export type ProblemCode = RefusalCode | keyof typeof AROUND;
export const CATALOGUE: Readonly<Record<ProblemCode, Entry>> = { ...REFUSED, ...AROUND };
export const PROBLEM_CODES = Object.keys(CATALOGUE) as ProblemCode[];
