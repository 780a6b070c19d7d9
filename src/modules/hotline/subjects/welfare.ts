/** Code, Chinese name | English name | words that point to it. */
export const welfare = `
07 民政救助 | Civil affairs and assistance
0701 社会救助 | Social assistance
070101 最低生活保障 | Minimum living allowance | 低保 最低生活保障 低保户
070102 临时救助 | Emergency assistance | 临时救助 困难补助 救助金 生活困难
070103 特困供养 | Support of the destitute | 五保 特困 供养 孤寡
070104 医疗救助 | Medical assistance | 医疗救助 大病救助 大病
0702 养老服务 | Services for the elderly
070201 养老机构 | Care homes | 养老院 敬老院 护理院
070202 居家养老 | Care at home | 居家养老 上门服务 助老 独居老人
070203 老年食堂 | Canteens for the elderly | 老年食堂 助餐 送餐 长者食堂
070204 高龄津贴 | Old-age allowances | 高龄 高龄津贴 老年补贴 老人补贴
0703 残疾人服务 | Services for disabled people
070301 残疾证 | Disability certificates | 残疾证 残疾等级 评残
070302 残疾补贴 | Disability allowances | 残疾补贴 两项补贴 护理补贴
070303 辅具适配 | Aids | 轮椅 辅具 助听器 呼叫器
070304 无障碍设施 | Barrier-free access | 无障碍 盲道 坡道 扶手
0704 婚姻殡葬 | Marriages and funerals
070401 婚姻登记 | Marriage registration | 结婚登记 离婚 婚姻登记 结婚证
070402 殡葬服务 | Funerals | 殡仪 火化 丧葬
070403 公墓管理 | Cemeteries | 公墓 墓地 坟墓 祭扫
070404 收养登记 | Adoption | 收养 领养
0705 儿童与妇女 | Children and women
070501 困境儿童 | Children in need | 困境儿童 留守儿童 孤儿
070502 妇女权益 | Women's rights | 家暴 妇女 妇联
070503 托育服务 | Nurseries | 托育 托班 婴幼儿
070504 未成年人保护 | Protection of minors | 未成年 未成年人 孩子被
0706 退役与慈善 | Veterans and charity
070601 优待抚恤 | Preferential treatment | 优抚 抚恤 烈属 军属
070602 退役安置 | Resettlement of veterans | 退役 退伍 复员 转业
070603 慈善捐助 | Charity | 捐款 慈善 捐助 募捐
070604 志愿服务 | Volunteering | 志愿者 志愿服务 义工
`
