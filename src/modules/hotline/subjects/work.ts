/** Code, Chinese name | English name | words that point to it. */
export const work = `
08 就业社保 | Work and social insurance
0801 工资报酬 | Wages
080101 拖欠工资 | Unpaid wages | 拖欠工资 欠薪 讨薪 工资未发 农民工工资 工资
080102 加班费 | Overtime | 加班 加班费 双休
080103 最低工资 | Minimum wage | 最低工资
080104 经济补偿 | Severance pay | 辞退 补偿金 解除合同 裁员
0802 劳动关系 | Employment
080201 劳动合同 | Contracts of work | 劳动合同 签合同 试用期
080202 工作时间 | Working hours | 工作时间 超时 休假 年假
080203 劳动安全 | Safety at work | 职业病 劳动保护 高温
080204 劳务派遣 | Agency work | 劳务派遣 派遣 外包
0803 养老保险 | Pensions
080301 养老金发放 | Payment of pensions | 养老金 退休金 养老金调整
080302 缴费年限 | Years paid in | 缴费年限 补缴 断缴 社保
080303 退休办理 | Retirement | 退休 退休年龄 提前退休
080304 生存认证 | Proof of life | 生存认证 资格认证 认证
0804 工伤失业 | Injury and unemployment
080401 工伤认定 | Injury at work | 工伤 工伤认定
080402 失业金 | Unemployment pay | 失业金 失业保险 失业登记
080403 工伤待遇 | Injury benefits | 工伤赔偿 伤残津贴
080404 稳岗补贴 | Job subsidies | 稳岗 补贴发放 社保补贴
0805 就业服务 | Job services
080501 求职登记 | Looking for work | 找工作 求职 再就业 下岗
080502 公益岗位 | Public-welfare posts | 公益岗 公益性岗位 就业困难
080503 技能培训 | Training | 培训班 技能培训 培训补贴
080504 招聘会 | Job fairs | 招聘会 招聘 用工
0806 创业与人才 | Start-ups and talent
080601 创业担保贷款 | Start-up loans | 创业贷款 担保贷款 创业
080602 职业资格 | Qualifications | 职称 资格证 职业资格 考证
080603 人才补贴 | Talent subsidies | 人才补贴 人才引进 购房补贴
080604 档案转移 | Personnel files | 档案 人事档案 调档
`
