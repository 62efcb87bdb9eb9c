import type { RefusalKind } from '@xushi/domain'
import type { ProblemEntry } from './problem-table.ts'
import type { ReportRefusalKind } from './report-problems.ts'

/** What the rules refuse: entries, reviews, accounts. A kind that the domain adds and this table lacks does not compile. */
export const ruleProblems = {
  'not-found': {
    status: 404,
    title: { zh: '没有找到', en: 'Not found' },
    detail: {
      zh: '它不存在、已被删除，或不在您的查看范围内；请返回列表重新选择。',
      en: 'It does not exist, has been deleted, or is not yours to see; go back to the list and choose again.',
    },
  },
  forbidden: {
    status: 403,
    title: { zh: '没有权限', en: 'Not permitted' },
    detail: {
      zh: '您的角色不能进行这项操作；如确有需要，请联系系统管理员调整角色。',
      en: 'Your role does not allow this; ask an administrator if you need it.',
    },
  },
  'sign-in-required': {
    status: 401,
    title: { zh: '请先登录', en: 'Please sign in' },
    detail: {
      zh: '尚未登录或登录已过期，请登录后再试。',
      en: 'Nobody is signed in, or the session has ended; sign in and try again.',
    },
  },
  'password-change-required': {
    status: 403,
    title: { zh: '请先修改初始密码', en: 'Change the initial password first' },
    detail: { zh: '修改密码后即可继续使用。', en: 'You can go on once you have set a password of your own.' },
  },
  'unknown-programme': {
    status: 404,
    title: { zh: '没有这个通知', en: 'There is no such programme' },
    detail: { zh: '请从通知列表中选择。', en: 'Choose one of the list of programmes.' },
  },
  'unknown-indicator': {
    status: 404,
    title: { zh: '没有这个指标', en: 'There is no such indicator' },
    detail: { zh: '请从指标列表中选择。', en: 'Choose one of the list of indicators.' },
  },
  'unknown-region': {
    status: 422,
    title: { zh: '没有这个地区', en: 'There is no such region' },
    detail: {
      zh: '请使用地区列表中的六位行政区划代码（全国为 000000，兵团为 660000）。',
      en: 'Give a six-digit code from the list of regions (the nation is 000000, 兵团 is 660000).',
    },
  },
  'unknown-unit': {
    status: 422,
    title: { zh: '没有这个填报单位', en: 'There is no such reporting unit' },
    detail: { zh: '请从填报单位列表中选择。', en: 'Choose one of the list of reporting units.' },
  },
  'unknown-period': {
    status: 422,
    title: { zh: '没有这个报告期', en: 'There is no such period' },
    detail: {
      zh: '请写成 2020、2020-H1、2020-Q3、2020-10 或 2020-01..2020-02；不按周或按日填报。',
      en: 'Write 2020, 2020-H1, 2020-Q3, 2020-10 or 2020-01..2020-02; there are no weeks or days.',
    },
  },
  'unknown-date': {
    status: 400,
    title: { zh: '日期不存在', en: 'There is no such date' },
    detail: { zh: '请写成日历上有的日期，如 2020-10-29。', en: 'Give a date of the calendar, like 2020-10-29.' },
  },
  'unknown-moment': {
    status: 400,
    title: { zh: '知晓时间无法识别', en: 'The moment of knowledge is not understood' },
    detail: {
      zh: '请写成日期（2020-10-29）、时刻（2020-10-29T08:00:00Z）或已有的台账号。',
      en: 'Give a date (2020-10-29), an instant (2020-10-29T08:00:00Z) or a ledger number that exists.',
    },
  },
  'period-not-of-calendar': {
    status: 422,
    title: { zh: '报告期不合填报日历', en: 'The period is not one of the calendar' },
    detail: {
      zh: '这个指标{every}，没有“{period}”这一期；请填 {right}。',
      en: 'This indicator is recorded {everyEn} and has no period {period}; record {rightEn}.',
    },
  },
  'period-not-over': {
    status: 422,
    title: { zh: '报告期尚未结束', en: 'The period is not over' },
    detail: { zh: '请在报告期最后一天过后填报。', en: 'Record it after the last day of the period.' },
  },
  'period-before-programme': {
    status: 422,
    title: { zh: '报告期早于填报范围', en: 'The period is earlier than what is collected' },
    detail: { zh: '请选择通知开始收集之后的报告期。', en: 'Choose a period from the first one collected on.' },
  },
  'counted-indicator': {
    status: 422,
    title: { zh: '这个指标由台账计数，不可键入', en: 'This indicator is counted from a register and cannot be typed' },
    detail: { zh: '请登记案例，数量由系统计算。', en: 'Register the cases; the system counts them.' },
  },
  'not-recordable': {
    status: 422,
    title: { zh: '这个指标不填数值', en: 'No value is recorded for this indicator' },
    detail: {
      zh: '它是里程碑或背景数据；请另选指标。',
      en: 'It is a milestone or background; choose another indicator.',
    },
  },
  'not-reporting-level': {
    status: 422,
    title: { zh: '这个地区不填报该指标', en: 'This region does not report this indicator' },
    detail: { zh: '请按该指标规定的填报层级选择地区。', en: 'Choose a region of the level at which it is reported.' },
  },
  'region-fixed': {
    status: 422,
    title: { zh: '地区不能更改', en: 'The region cannot be changed' },
    detail: {
      zh: '这一条属于登记时的地区；属于另一地区的，请删除或撤回这一条后另行登记。',
      en: 'It belongs to the region it was recorded for; delete or withdraw it and record another one for the other region.',
    },
  },
  'not-expected': {
    status: 422,
    title: { zh: '该单位不填报这个指标', en: 'This unit does not report this indicator' },
    detail: { zh: '请选择负责填报该指标的单位。', en: 'Choose the unit that reports it.' },
  },
  'unit-needed': {
    status: 422,
    title: { zh: '请指明填报单位', en: 'Say which unit reports' },
    detail: { zh: '该地区有多个填报单位，请在 unit 中选择一个。', en: 'Several units report there; name one in unit.' },
  },
  'out-of-scope': {
    status: 403,
    title: { zh: '不在您的填报范围', en: 'Outside your scope' },
    detail: {
      zh: '您只能处理本单位及下属单位的数据；请选择本单位的地区。',
      en: 'You may handle your own unit and those below it; choose a region of yours.',
    },
  },
  'value-not-whole': {
    status: 422,
    title: { zh: '应为整数', en: 'A whole number is needed' },
    detail: {
      zh: '这个指标按整数填报，请去掉小数。',
      en: 'This indicator is recorded in whole units; leave out the decimals.',
    },
  },
  'value-too-many-places': {
    status: 422,
    title: { zh: '小数位数过多', en: 'Too many decimal places' },
    detail: { zh: '请按指标规定的小数位数填写。', en: 'Keep to the decimal places of the indicator.' },
  },
  'value-out-of-range': {
    status: 422,
    title: { zh: '数值超出范围', en: 'The value is out of range' },
    detail: {
      zh: '数值应不小于 0，且不大于系统能准确保存的数；是/否指标填 1 或 0。',
      en: 'Give at least 0 and at most what can be kept exactly; a yes-or-no indicator takes 1 or 0.',
    },
  },
  'narrative-empty': {
    status: 422,
    title: { zh: '叙述没有内容', en: 'The narrative says nothing' },
    detail: {
      zh: '进展情况、存在问题、下一步安排至少写一项。',
      en: 'Write at least one of progress, problems and next steps.',
    },
  },
  'rule-broken': {
    status: 422,
    title: { zh: '数值不符合校验规则', en: 'The value breaks a rule' },
    detail: {
      zh: '数值不符合硬性校验规则，不能提交；请改正数值，草稿已保留。',
      en: 'The value breaks a rule that bars submission; correct it. The draft is kept.',
    },
  },
  'explanation-required': {
    status: 422,
    title: { zh: '请写明情况', en: 'An explanation is needed' },
    detail: {
      zh: '数值与以往明显不同；请核对，确实如此的，在备注中写明原因后提交。',
      en: 'The value differs clearly from earlier ones; check it, and if it is right, say why in the note and submit.',
    },
  },
  'lag-reason-required': {
    status: 422,
    title: { zh: '请填写滞后原因', en: 'Say why it is behind' },
    detail: {
      zh: '目标已滞后或逾期；请填写原因、措施、责任单位和新的完成日期后提交。',
      en: 'The goal is behind or overdue; give cause, remedy, responsible unit and new date, then submit.',
    },
  },
  'lag-cause-unknown': {
    status: 422,
    title: { zh: '没有这个滞后原因', en: 'There is no such cause of lag' },
    detail: { zh: '请从原因列表中选择。', en: 'Choose one of the list of causes.' },
  },
  'lag-date-past': {
    status: 422,
    title: { zh: '新的完成日期过早', en: 'The new date is too early' },
    detail: { zh: '新的完成日期应在报告期之后。', en: 'Give a date after the end of the period.' },
  },
  'changed-since-shown': {
    status: 409,
    title: { zh: '内容已变动，未审定', en: 'It changed meanwhile; nothing was approved' },
    detail: {
      zh: '您看过之后内容或佐证材料有变动；请重新查看后再审定。',
      en: 'Its content or evidence changed after it was shown to you; look again, then approve.',
    },
  },
  'cell-taken': {
    status: 409,
    title: { zh: '这一格已有填报', en: 'This cell already has an entry' },
    detail: {
      zh: '同一单位、地区、报告期已有填报；请打开它继续编辑，已审定的请发起更正。',
      en: 'The unit has already recorded this region and period; open that entry, or correct it if it is approved.',
    },
  },
  'correction-under-way': {
    status: 409,
    title: { zh: '正在更正', en: 'A correction is under way' },
    detail: {
      zh: '更正稿已经在办理，不必再要求；审核时可写明原因退回。',
      en: 'A correction is on its way already, so there is nothing to ask for; it can be returned with a reason at its review.',
    },
  },
  'correction-asked': {
    status: 409,
    title: { zh: '已要求更正', en: 'A correction is asked for already' },
    detail: {
      zh: '已有人要求更正，原因已告知填报人，没有改动；请等待更正，更正稿送审后可写明原因退回。',
      en: 'Somebody asked before, and the recorder was told why; nothing was changed. Wait for the correction; it can be returned with a reason at its review.',
    },
  },
  'period-overlaps': {
    status: 409,
    title: { zh: '报告期与已有填报重叠', en: 'The period overlaps another entry' },
    detail: {
      zh: '该单位和地区已按另一种报告期填报了其中一段，两者相加会重复计算；请沿用已有的报告期。',
      en: 'The unit has already recorded part of this time under another period; the two would count twice. Keep to the periods already in use.',
    },
  },
  'period-locked': {
    status: 409,
    title: { zh: '报告期已锁定', en: 'The period is closed' },
    detail: {
      zh: '{period} 已锁定，不能再填报或改动；确有需要请向业务主管申请延期，或请其重新开放。',
      en: '{period} is closed; ask the programme manager for an exception, or to open it again.',
    },
  },
  'period-closed': {
    status: 409,
    title: { zh: '报告期已经锁定', en: 'The period is closed already' },
    detail: { zh: '{period} 已经锁定，无需重复操作。', en: '{period} is closed already; nothing needs to be done.' },
  },
  'period-open': {
    status: 409,
    title: { zh: '报告期没有锁定', en: 'The period is not closed' },
    detail: { zh: '{period} 没有锁定，可以直接填报。', en: '{period} is open; record in it as usual.' },
  },
  'already-filed': {
    status: 409,
    title: { zh: '已经登记过', en: 'It has been filed already' },
    detail: {
      zh: '同样的内容已经登记或正在办理；请打开已有的一条，核对后继续。',
      en: 'The same thing is registered or under way; open that one and go on from there.',
    },
    named: {
      zh: '“{title}”已经登记或正在办理；请打开这一条，核对后继续。',
      en: '“{title}” is registered or under way already; open that one and go on from there.',
    },
  },
  'still-in-force': {
    status: 409,
    title: { zh: '同一事项已在册', en: 'The same thing is in the register then' },
    detail: {
      zh: '“{title}”自{from}在册，自{to}不再在册；同一事项一天只能在册一次，退出后再次登记须晚于退出日期，请核对日期。',
      en: '“{title}” is in the register from {from}, and no longer from {to}; a thing is there once on any day and comes back after the day it left. Check the dates.',
    },
  },
  'unknown-register': {
    status: 404,
    title: { zh: '没有这个台账', en: 'There is no such register' },
    detail: { zh: '请从台账列表中选择。', en: 'Choose one of the list of registers.' },
  },
  'case-invalid': {
    status: 422,
    title: { zh: '案例填写有误', en: 'The case is not filled in correctly' },
    detail: {
      zh: '请按 errors 中各项说明修改后再保存；已填内容没有丢失。',
      en: 'Correct what errors points at and save again; nothing you typed is lost.',
    },
  },
  'evidence-required': {
    status: 422,
    title: { zh: '缺少佐证材料', en: 'Evidence is missing' },
    detail: {
      zh: '这个台账的案例须有佐证材料才能提交和审定；请先上传。',
      en: 'A case of this register needs evidence before it is submitted or approved; upload it first.',
    },
  },
  'file-too-large': {
    status: 413,
    title: { zh: '文件太大', en: 'The file is too large' },
    detail: {
      zh: '每个文件最多 50 MB，请压缩或拆分后再上传。',
      en: 'A file may have at most 50 MB; shrink or split it.',
    },
  },
  'file-type': {
    status: 415,
    title: { zh: '不接受这种文件', en: 'This kind of file is not accepted' },
    detail: {
      zh: '文件内容是“{found}”；请上传 PDF、图片（PNG、JPEG、WEBP、TIFF）或 Office 文件，且扩展名与内容一致。',
      en: 'Its content is "{found}"; upload a PDF, an image (PNG, JPEG, WEBP, TIFF) or an Office file whose ending agrees with it.',
    },
  },
  'file-too-many-parts': {
    status: 415,
    title: { zh: 'Office 文件的部件太多', en: 'The Office file has too many parts' },
    detail: {
      zh: '这个 Office 文件含有一万个以上的部件，未保存；请拆分，或另存为 PDF 后上传。',
      en: 'This Office file has more than 10,000 parts and was not kept; split it, or save it as PDF and upload that.',
    },
  },
  'file-unpacks-too-large': {
    status: 415,
    title: { zh: 'Office 文件展开后太大', en: 'The Office file unpacks to too much' },
    detail: {
      zh: '这个 Office 文件展开后超过 1 GB，或超过自身大小的 200 倍，未保存；请删去空白行列和大图，或另存为 PDF 后上传。',
      en: 'This Office file unpacks to more than 1 GB, or to more than 200 times its size, and was not kept; remove empty rows and large pictures, or save it as PDF and upload that.',
    },
  },
  'file-contradicts-itself': {
    status: 415,
    title: { zh: 'Office 文件已损坏', en: 'The Office file is damaged' },
    detail: {
      zh: '这个文件的目录与内容不符，或含有指向文件之外的路径，未保存；请用 Office 打开并另存一份，再上传。',
      en: 'The directory of this file contradicts its content, or holds a path that leads outside, and it was not kept; open it in Office, save it anew and upload that.',
    },
  },
  'file-name': {
    status: 422,
    title: { zh: '没有收到文件', en: 'No file arrived' },
    detail: { zh: '请选择一个文件上传，一次一个。', en: 'Choose one file at a time and upload it.' },
  },
  'upload-broken': {
    status: 400,
    title: { zh: '上传中断', en: 'The upload broke off' },
    detail: {
      zh: '文件没有传完，未保存；请检查网络后重新上传。',
      en: 'The file did not arrive whole and was not kept; check the connection and upload it again.',
    },
  },
  'file-missing': {
    status: 404,
    title: { zh: '文件不在库中', en: 'The file is not in the store' },
    detail: {
      zh: '这份佐证材料的文件缺失，已记入日志；请联系运维人员从备份恢复。',
      en: 'The file of this evidence is missing; it was logged. Ask the operator to restore it from a backup.',
    },
  },
  'file-altered': {
    status: 409,
    title: { zh: '文件已被改动', en: 'The file was altered' },
    detail: {
      zh: '文件内容与登记时的摘要不符，不予下载，已记入日志；请联系运维人员从备份恢复。',
      en: 'Its content does not agree with its recorded digest; it is not sent, and it was logged. Ask the operator to restore it.',
    },
  },
  'evidence-unsound': {
    status: 409,
    title: { zh: '佐证材料的文件缺失，未审定', en: 'A file of the evidence is missing; nothing was approved' },
    detail: {
      zh: '“{files}”的文件不在库中，或与登记时的摘要不符，不能据以审定；请运维人员从备份恢复，或退回由填报人重新上传同一文件。',
      en: '“{files}” is not in the store, or does not agree with its recorded digest, and nothing is approved on it. Ask the operator to restore it from a backup, or return this for the recorder to upload the same file again.',
    },
  },
  'chosen-register': {
    status: 422,
    title: { zh: '这个台账只能遴选产生', en: 'Members of this register are chosen' },
    detail: {
      zh: '请打开来源台账中已审定的案例，在那里发起遴选。',
      en: 'Open an approved case of one of its sources and choose it there.',
    },
  },
  'not-chosen-from': {
    status: 422,
    title: { zh: '不能从这里遴选', en: 'It cannot be chosen from here' },
    detail: {
      zh: '只有来源台账中已审定、且在入选之日在册的案例可以入选；入选日期不能早于来源案例开始计入之日。',
      en: 'Only an approved case of its source registers that is in force on the day of the choice can be chosen; the choice is not dated before its case counts.',
    },
  },
  'merger-target': {
    status: 422,
    title: { zh: '不能并入所选案例', en: 'It cannot go into that case' },
    detail: {
      zh: '请选择同一台账中已审定的另一个案例；已撤回或已并入他处的不能再作为保留的案例。',
      en: 'Choose another approved case of the same register; one that was withdrawn or merged away cannot be the one that stays.',
    },
  },
  'seat-taken': {
    status: 409,
    title: { zh: '该企业已占一席', en: 'The enterprise has a seat already' },
    detail: {
      zh: '统一社会信用代码{code}已由“{title}”入选或正在遴选；一家企业只占一席，请打开已有的一条。',
      en: '{code} is chosen, or put forward, as “{title}” already; an enterprise takes one seat. Open that one.',
    },
  },
  'milestone-event-refused': {
    status: 422,
    title: { zh: '里程碑登记有误', en: 'The event does not fit the milestone' },
    detail: {
      zh: '请按 errors 中各项说明修改后再保存；已填内容没有丢失。',
      en: 'Correct what errors points at and save again; nothing you typed is lost.',
    },
  },
  'decision-refused': {
    status: 422,
    title: { zh: '决定有误', en: 'The decision does not fit' },
    detail: {
      zh: '请按 errors 中各项说明修改后再提出；已填内容没有丢失。',
      en: 'Correct what errors points at and propose again; nothing you typed is lost.',
    },
  },
  'decision-overtaken': {
    status: 409,
    title: { zh: '此事项已有更新的决定', en: 'Another decision came first' },
    detail: {
      zh: '提出之后，同一事项已另有决定生效，“原为”已不是当时所见；请退回，由提出人按现行的值重新提出。',
      en: 'Since this was proposed another decision about the same thing took effect; return it, to be proposed anew on what holds now.',
    },
  },
  'not-a-milestone': {
    status: 422,
    title: { zh: '这不是里程碑目标', en: 'This goal is no milestone' },
    detail: {
      zh: '它有数值或台账，请在相应的填报页填报。',
      en: 'It has a number or a register; record it on the page for that.',
    },
  },
  'document-required': {
    status: 422,
    title: { zh: '缺少文号', en: 'The document number is missing' },
    detail: {
      zh: '登记完成，或再次启用已启用的台账，须写明文号或公告名称。',
      en: 'Something done, or a register opened anew, is recorded with the number or name of its document.',
    },
  },
  'out-of-order': {
    status: 422,
    title: { zh: '日期先后不对', en: 'The dates are out of order' },
    detail: {
      zh: '请核对日期：后一步不能早于前一步，也不能晚于今天。',
      en: 'Check the dates: a later step is not before an earlier one, and none is after today.',
    },
  },
  'version-conflict': {
    status: 409,
    title: { zh: '内容已被他人改动', en: 'Somebody else has changed it' },
    detail: {
      zh: '请刷新后按最新内容重新操作；您的改动没有覆盖别人。',
      en: 'Reload and do it again on the latest version; nothing was overwritten.',
    },
  },
  'wrong-state': {
    status: 409,
    title: { zh: '当前状态不能这样操作', en: 'Its state does not allow this' },
    detail: { zh: '请刷新后查看最新状态。', en: 'Reload to see its present state.' },
  },
  'same-person': {
    status: 403,
    title: { zh: '不能审核自己经手的填报', en: 'You cannot review what you handled' },
    detail: {
      zh: '填报、单位审核与审定须由不同的人完成；请由另一位同事处理。',
      en: 'Recording, review in the unit and approval take different people; ask a colleague.',
    },
  },
  'reason-required': {
    status: 422,
    title: { zh: '请填写原因', en: 'Give a reason' },
    detail: {
      zh: '退回、更正、撤回，以及锁定和重新开放报告期，都须说明原因。',
      en: 'Returning, correcting, withdrawing, and closing or opening a period again need a reason.',
    },
  },
  'wrong-credentials': {
    status: 401,
    title: { zh: '用户名或密码不对', en: 'User name or password is wrong' },
    detail: {
      zh: '请核对后再试；忘记密码请联系系统管理员重置。',
      en: 'Check both and try again; an administrator can reset a forgotten password.',
    },
  },
  'too-many-attempts': {
    status: 429,
    title: { zh: '登录尝试过多', en: 'Too many attempts to sign in' },
    detail: {
      zh: '请在 {seconds} 秒后再试；忘记密码请联系系统管理员重置。',
      en: 'Try again in {seconds} seconds; an administrator can reset a forgotten password.',
    },
  },
  'weak-password': {
    status: 422,
    title: { zh: '密码不符合要求', en: 'The password does not meet the requirements' },
    detail: {
      zh: '请用 10 至 200 个字符，含大写字母、小写字母、数字、其他字符中的至少三类；不同的字符至少 5 个，同一字符不要连用 4 次以上；不要包含用户名，不要用常见密码，也不要与旧密码相同。',
      en: 'Use 10 to 200 characters of at least three of these kinds: capitals, small letters, digits, others; 5 different ones, none 4 times in a row; not the user name, no common password, not the old one.',
    },
  },
  'weak-passphrase': {
    status: 422,
    title: { zh: '密码不符合要求', en: 'The password does not meet the requirements' },
    detail: {
      zh: '请用 15 至 200 个字符，几个词连成一句即可；不同的字符至少 5 个，同一字符不要连用 4 次以上；不要包含用户名，不要用常见密码或连续的键，也不要与旧密码相同。',
      en: 'Use 15 to 200 characters, such as several words; 5 different ones, none 4 times in a row; not the user name, no common password or run of keys, not the old one.',
    },
  },
  'username-taken': {
    status: 409,
    title: { zh: '用户名已被使用', en: 'The user name is taken' },
    detail: { zh: '请换一个用户名。', en: 'Choose another one.' },
  },
  'last-administrator': {
    status: 409,
    title: { zh: '这是最后一个系统管理员', en: 'This is the last administrator' },
    detail: { zh: '请先让另一个账号成为系统管理员。', en: 'Make another account administrator first.' },
  },
  'first-administrator-closed': {
    status: 403,
    title: { zh: '首个管理员链接无效', en: 'The link for the first administrator is not valid' },
    detail: {
      zh: '链接已用过、已过期或不正确；请重新启动系统取得新链接，或请现有管理员建立账号。',
      en: 'It has been used, has expired or is not right; restart the system for a new one, or ask an administrator for an account.',
    },
  },
  'display-refused': {
    status: 401,
    title: { zh: '显示令牌无效', en: 'The display token is not valid' },
    detail: {
      zh: '显示令牌已撤销、已过期或不正确；请业务主管在“显示令牌”页新建一个，再打开新的地址。',
      en: 'It was revoked, has expired or is not right; the programme manager makes a new one on the page Display tokens.',
    },
  },
  'display-out-of-scope': {
    status: 403,
    title: { zh: '超出显示令牌的范围', en: 'Outside the scope of the display token' },
    detail: {
      zh: '这个显示令牌只能看所定行动计划和地区的大屏；请去掉地址中的参数再打开。',
      en: 'This token shows the screen of one programme and region only; open the address without parameters.',
    },
  },
  'too-many-rows': {
    status: 422,
    title: { zh: '数据太多，XLSX 放不下', en: 'Too many rows for XLSX' },
    detail: {
      zh: '共 {rows} 行，XLSX 最多 {most} 行；请改用 CSV（format=csv），或缩小报告期范围。',
      en: 'There are {rows} rows and XLSX takes {most}; use CSV (format=csv), or fewer periods.',
    },
  },
} as const satisfies Readonly<Record<Exclude<RefusalKind, ReportRefusalKind>, ProblemEntry>>
