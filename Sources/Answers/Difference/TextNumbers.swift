/// Numbers that stand for texts, the same for equal ones; numbers are compared faster.
struct TextNumbers {
    private var numbers: [Substring: Int] = [:]

    mutating func number(of text: Substring) -> Int {
        if let number = numbers[text] { return number }
        numbers[text] = numbers.count
        return numbers.count - 1
    }
}
