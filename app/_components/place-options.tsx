type Choices = readonly { code: string; name: string }[];

export const CountryOptions = ({ countries }: { countries: Choices }) =>
  countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));

export const CurrencyOptions = ({ currencies }: { currencies: Choices }) =>
  currencies.map(({ code, name }) => (
    <option key={code} value={code}>
      {code} · {name}
    </option>
  ));
