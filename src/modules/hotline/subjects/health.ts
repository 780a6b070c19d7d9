/** Code, Chinese name | English name | words that point to it. */
export const health = `
09 医疗卫生 | Health
0901 医疗服务 | Medical services
090101 挂号就诊 | Appointments | 挂号 就诊 排队 门诊
090102 医疗纠纷 | Medical disputes | 医疗纠纷 误诊 医疗事故 手术
090103 医护态度 | Conduct of staff | 医生 护士 医院态度 医德
090104 医院收费 | Hospital charges | 医院收费 检查费 医药费 过度检查
0902 医疗保险 | Health insurance
090201 医保报销 | Reimbursement | 医保 报销 新农合 合作医疗
090202 异地就医 | Treatment elsewhere | 异地就医 异地报销 异地结算
090203 医保缴费 | Contributions | 医保缴费 居民医保 医保断缴
090204 门诊慢病 | Chronic illness | 慢性病 慢病 特殊病种
0903 基层卫生 | Local clinics
090301 社区卫生站 | Community clinics | 社区医院 卫生站 卫生室 卫生院
090302 家庭医生 | Family doctors | 家庭医生 签约医生
090303 健康体检 | Check-ups | 体检 老年体检 筛查
090304 上门诊疗 | Home visits | 上门看病 巡诊 上门护理
0904 疾病防控 | Disease control
090401 疫苗接种 | Vaccination | 疫苗 接种 预防针
090402 传染病 | Infectious diseases | 传染病 疫情 流感 隔离
090403 消杀除害 | Disinfection | 消毒 消杀
090404 犬伤处置 | Dog bites | 狗咬 犬伤 狂犬
0905 妇幼生育 | Mothers and children
090501 生育登记 | Registration of births | 生育登记 准生证 二胎 三胎 计生
090502 生育津贴 | Maternity pay | 生育津贴 生育保险 产假
090503 奖励扶助 | Family-planning allowances | 独生子女 奖励扶助 失独
090504 儿童保健 | Child health | 儿保 出生证 新生儿
0906 卫生监督 | Health inspection
090601 非法行医 | Unlicensed practice | 非法行医 黑诊所 无证行医
090602 公共场所卫生 | Hygiene of public places | 泳池 理发店卫生 宾馆卫生
090603 医疗美容 | Cosmetic surgery | 医美 整形 美容院
090604 控烟 | Smoking | 吸烟 抽烟 控烟 二手烟
`
