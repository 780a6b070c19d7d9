/** Code, Chinese name | English name | words that point to it. */
export const education = `
10 教育文体 | Education, culture and sports
1001 入学招生 | Admission
100101 小学入学 | Primary schools | 小学 学区 划片 入学 一年级
100102 中学招生 | Secondary schools | 初中 高中 中考 招生 择校
100103 幼儿园入园 | Kindergartens | 幼儿园 入园 普惠园
100104 随迁子女 | Children of migrants | 随迁子女 外地户口入学 转学 学籍
1002 教学管理 | Schools
100201 教师师德 | Conduct of teachers | 老师 教师 体罚 师德
100202 作业负担 | Homework | 作业 减负 早自习 晚自习 补课
100203 校园安全 | Safety at school | 校园 校园安全 欺凌 校车
100204 校园餐 | School meals | 食堂 校园餐 配餐 学校食堂
1003 教育收费 | School charges
100301 乱收费 | Unlawful charges | 学校收费 学费 择校费 教辅 强制购买
100302 助学资助 | Student aid | 助学金 贫困生 助学贷款
100303 校服 | School uniforms | 校服
100304 退学费 | Refund of fees | 退学费 退费难
1004 校外培训 | Tutoring
100401 培训机构退费 | Refunds by tutors | 培训机构 跑路 退课 预付学费
100402 违规补课 | Unlawful lessons | 违规补课 有偿补课 补习班
100403 课后服务 | After-school care | 课后服务 托管 延时
100404 成人教育 | Adult education | 成人教育 自考 函授 大学
1005 文化 | Culture
100501 图书馆文化站 | Libraries and culture rooms | 图书馆 文化站 文化馆 阅览室
100502 文物保护 | Heritage | 文物 古建 遗址 古树
100503 网吧娱乐 | Net cafés and games | 网吧 游戏厅 棋牌室 麻将
100504 广播电视 | Radio and television | 有线电视 机顶盒 电视台
1006 体育旅游 | Sports and travel
100601 健身场地 | Sports grounds | 健身 篮球场 运动场 体育馆 球场
100602 体育设施开放 | Opening of sports grounds | 场馆开放 学校操场
100603 旅游投诉 | Complaints of travel | 旅游 旅行社 导游 景区 门票
100604 健身卡 | Gym cards | 健身卡 游泳馆 健身房
`
