import type { RefusalCode } from '@trinhduyet/approval';
import { entry, type Entry } from './entry';
import { ASK_HEAD, REFUSED } from './refusals';

/** What can go wrong before the core is asked, or around it. */
const AROUND = {
  'number-taken': entry(
    409,
    ['Số này đã cấp cho văn bản khác trong năm.', 'Xem sổ văn bản rồi nhập số khác.'],
    ['This number was given to another paper this year.', 'Look at the register and enter another.'],
  ),
  'block-overlaps': entry(
    409,
    ['Dải số này trùng với dải số đã giữ.', 'Xem các dải đã giữ rồi chọn dải khác.'],
    ['These numbers are reserved already.', 'Look at what is reserved and choose others.'],
  ),
  'paper-not-issued': entry(
    409,
    ['Văn bản này chưa được cấp số.', 'Chờ văn thư cấp số rồi tải lại.'],
    ['This paper has no number yet.', 'Wait until the archivist has numbered it.'],
  ),
  'paper-differs': entry(
    500,
    ['Tệp văn bản đã lưu bị mất hoặc hỏng, bản lập lại không khớp.', 'Báo quản trị viên để khôi phục từ bản sao lưu.'],
    ['The stored file of this paper is lost or damaged.', 'Tell the administrator to restore it from a backup.'],
  ),
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
  'file-broken': entry(
    422,
    ['Ảnh bị hỏng hoặc lớn quá 40 triệu điểm ảnh.', 'Chụp lại ảnh hoặc chọn tệp khác.'],
    ['The picture is broken, or larger than 40 million pixels.', 'Take the photo again or choose another file.'],
  ),
  'file-unsafe': entry(
    422,
    [
      'Tệp PDF bị hỏng, có mật khẩu, hoặc có mã chạy, tệp khác bên trong.',
      'In ra rồi quét hoặc chụp lại, và gửi bản đó.',
    ],
    ['The PDF is broken, has a password, or holds a program or other files.', 'Print it, scan it, and send the scan.'],
  ),
  'too-many-files': entry(
    409,
    ['Hồ sơ đã có 30 tệp, hoặc đã đủ 100 MB.', 'Xóa bớt tệp không cần.'],
    ['The dossier already has 30 files or 100 MB.', 'Remove some that are not needed.'],
  ),
  'file-missing': entry(
    422,
    ['Có ảnh hoặc giấy tờ không thuộc hồ sơ này.', 'Tải lại ảnh rồi nộp.'],
    ['A photo or paper does not belong to this dossier.', 'Upload it again, then submit.'],
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
  'already-marked': entry(
    409,
    ['Đồng nghiệp đã đánh dấu chỗ này.', 'Xem lý do đã ghi; cần nói thêm thì ghi vào phần trao đổi.'],
    ['A colleague has marked this already.', 'Look at the reason; what is to be added goes into the discussion.'],
  ),
  'talk-closed': entry(
    409,
    ['Phần trao đổi của hồ sơ này đã khóa.', 'Hồ sơ kết thúc quá 90 ngày thì chỉ còn xem lại.'],
    ['The discussion of this dossier is closed.', 'From 90 days after its end it can only be read.'],
  ),
  'talk-full': entry(
    409,
    ['Ghi chú đã đủ 10 ảnh, hoặc phần trao đổi đã đủ dung lượng.', 'Gửi ghi chú này trước, hoặc bỏ bớt ảnh.'],
    ['The note has 10 photos already, or the discussion holds no more.', 'Send this note first, or leave photos out.'],
  ),
  'may-not-mention': entry(
    422,
    [
      'Có người được nhắc tên không được xem ghi chú này.',
      'Bỏ tên đó, hoặc bỏ thông tin nhạy cảm (số căn cước) khỏi ghi chú.',
    ],
    [
      'Somebody who is mentioned may not read this note.',
      'Leave the name out, or the sensitive part (a citizen number) of the note.',
    ],
  ),
  'drawer-full': entry(
    409,
    ['Đã lưu đủ số mục cho phép.', 'Xóa bớt mục không dùng nữa rồi lưu lại.'],
    ['No more can be kept.', 'Throw away what is no longer used, then save again.'],
  ),
  'place-differs': entry(
    409,
    ['Nơi ở ghi trong đơn không thuộc đơn vị này.', 'Yêu cầu người nộp bổ sung xã, thôn nơi ở trước khi tiếp nhận.'],
    [
      'The place in the form is not of this unit.',
      'Ask the applicant to correct commune and village before receiving it.',
    ],
  ),
  'calendar-days': entry(
    422,
    ['Khoảng ngày nhập chưa đúng.', 'Nhập tối đa 60 ngày liền nhau; hoán đổi thì chỉ một ngày với một ngày khác.'],
    ['These days cannot be decided together.', 'Enter at most 60 days in a row; swap one day with another one.'],
  ),
  'calendar-same': entry(
    422,
    ['Ngày này vốn đã như vậy theo lịch đang áp dụng.', 'Xem lại ngày và loại ngày.'],
    ['By the calendar in force this day is that already.', 'Look at the day and its kind again.'],
  ),
  'calendar-revoked': entry(
    409,
    ['Quyết định này đã được thu hồi.', 'Tải lại trang để xem lịch hiện nay.'],
    ['This decision has been revoked already.', 'Reload the page to see the calendar of today.'],
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
